package org.contacts4j.application.background;

import java.util.concurrent.ThreadFactory;

/** Creates the threads of background work, which do not keep the process alive. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** Returns a factory of daemon threads that are all called {@code contacts4j-<name>}. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, "contacts4j-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

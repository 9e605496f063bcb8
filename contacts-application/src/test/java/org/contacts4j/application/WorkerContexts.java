package org.contacts4j.application;

/** Gives tests what otherwise only workers get. */
public final class WorkerContexts {

    private WorkerContexts() {}

    /** Returns what the workers of this instance work with. */
    public static Worker.Context workerOf(Contacts4J contacts4j) {
        return contacts4j.workerContext();
    }
}

package org.contacts4j.bootstrap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of this jar; {@code development} when its manifest has none. */
public final class Version implements IVersionProvider {

    public static final String CURRENT =
            orDevelopment(Version.class.getPackage().getImplementationVersion());

    private static String orDevelopment(@Nullable String fromManifest) {
        return fromManifest == null ? "development" : fromManifest;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Contacts4J " + CURRENT};
    }
}

package org.contacts4j.bootstrap;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.jdbi.ErrorText;
import org.jspecify.annotations.Nullable;

/**
 * Writes stack traces without the messages that can quote a row, a parameter of a statement or a part of a request. Only
 * messages about files, connections and the state of the database are written, on one line. Of other database errors the
 * SQL state is written.
 */
final class StackTraces extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(new Redacted(thrown));
    }

    private static @Nullable String messageOf(IThrowableProxy thrown) {
        @Nullable Throwable failure = thrown instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        if (failure == null) {
            return null;
        }
        return ErrorText.of(failure).orElseGet(() -> describesMachine(failure) ? firstLine(failure) : null);
    }

    private static boolean describesMachine(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof VirtualMachineError
                || failure instanceof LinkageError
                || failure instanceof ContactsFailure.Unavailable
                || failure instanceof CannotStart;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** A throwable whose message is replaced, also in its causes. */
    private record Redacted(IThrowableProxy thrown) implements IThrowableProxy {

        @Override
        public @Nullable String getMessage() {
            return messageOf(thrown);
        }

        @Override
        public String getClassName() {
            return thrown.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return thrown.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return thrown.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            @Nullable IThrowableProxy cause = thrown.getCause();
            return cause == null ? null : new Redacted(cause);
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(thrown.getSuppressed()).map(Redacted::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return thrown.isCyclic();
        }
    }
}

package org.contacts4j.http.server.response;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file download. Browsers neither render the file as a page of this server nor guess its media type. The content is
 * sent as fast as the client reads, and holds no thread while the client does not read.
 */
public record Download(String fileName, String contentType, long size) {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int BUFFER_BYTES = 32 * 1024;

    /** Returns a download with this file name, media type and size in bytes. */
    public static Download of(String fileName, String contentType, long size) {
        return new Download(fileName, contentType, size);
    }

    /** Sets the response headers, without a body. */
    public void describe(Context ctx) {
        ctx.header("Content-Disposition", ContentDisposition.attachment(fileName))
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
        // Otherwise Javalin appends its default character set to every content type.
        ctx.res().setCharacterEncoding(null);
        ctx.res().setContentType(contentType);
        ctx.res().setContentLengthLong(size);
    }

    /** Sends the content asynchronously, then closes it. */
    public void send(Context ctx, InputStream content) {
        describe(ctx);
        ctx.future(() -> {
            CompletableFuture<Void> sent = new CompletableFuture<>();
            begin(ctx, content, sent);
            return sent.whenComplete((nothing, failure) -> close(content));
        });
    }

    private static void begin(Context ctx, InputStream content, CompletableFuture<Void> sent) {
        try {
            ServletOutputStream out = ctx.res().getOutputStream();
            out.setWriteListener(new ContentWriter(content, out, sent));
        } catch (IOException e) {
            sent.completeExceptionally(e);
        }
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.debug("A file could not be closed", e);
        }
    }

    /** A listener that writes the next part of the content whenever the client has read the previous one. */
    private static final class ContentWriter implements WriteListener {

        private final InputStream content;
        private final ServletOutputStream out;
        private final CompletableFuture<Void> sent;
        private final byte[] buffer = new byte[BUFFER_BYTES];

        ContentWriter(InputStream content, ServletOutputStream out, CompletableFuture<Void> sent) {
            this.content = content;
            this.out = out;
            this.sent = sent;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (out.isReady()) {
                int count = read();
                if (count < 0) {
                    sent.complete(null);
                    return;
                }
                out.write(buffer, 0, count);
            }
        }

        /** Completes the download: the client has closed the connection. */
        @Override
        public void onError(Throwable failure) {
            LOG.debug("The client closed the connection during a download", failure);
            sent.complete(null);
        }

        /**
         * Reads the next part; returns -1 at the end or after a read error. After an error the client receives fewer
         * bytes than announced, and the connection breaks.
         */
        private int read() {
            try {
                return content.read(buffer);
            } catch (IOException e) {
                LOG.error("The content of an attachment cannot be read to its end", e);
                return -1;
            }
        }
    }
}

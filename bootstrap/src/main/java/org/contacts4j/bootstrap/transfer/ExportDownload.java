package org.contacts4j.bootstrap.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.jspecify.annotations.Nullable;

/**
 * The download of an export. If the connection breaks, it continues behind the last contact that was received whole.
 *
 * @param server the address of the server
 * @param query the parameters of the export, without the cursor
 * @param format the format, as the API names it
 * @param retries how often it continues without receiving a further contact
 * @param err receives a line for each broken connection
 */
public record ExportDownload(URI server, String query, String token, String format, int retries, PrintStream err) {

    private static final String PATH = "/api/v1/contacts/export?";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /** The answers of a server that has not noticed the broken connection yet, or is starting. */
    private static final Set<Integer> TEMPORARY = Set.of(429, 502, 503, 504);

    /**
     * Downloads the contacts to a file. It appears under this name when it is complete.
     *
     * @return the number of bytes
     * @throws CannotStart if the export cannot be completed, or the file cannot be written; nothing is written then
     */
    public long to(Path target) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        try (PartialExport part = PartialExport.in(target.resolveSibling(""), format)) {
            receive(http, part);
            long size = part.size();
            part.moveTo(target);
            return size;
        }
    }

    private void receive(HttpClient http, PartialExport part) throws InterruptedException {
        int failures = 0;
        boolean hasBegun = false;
        @Nullable String last = null;
        while (true) {
            try {
                HttpResponse<InputStream> answer = http.send(request(last), BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    requireSuccess(answer.statusCode(), body, hasBegun, last);
                    hasBegun = true;
                    part.append(body);
                    return;
                }
            } catch (IOException e) {
                if (!hasBegun) {
                    throw failed(e);
                }
                @Nullable String before = last;
                last = part.keepCompleteContacts();
                failures = last == null || last.equals(before) ? failures + 1 : 1;
                if (failures > retries) {
                    throw failed(e);
                }
                waitFor(failures, e, part.size());
            }
        }
    }

    private HttpRequest request(@Nullable String last) {
        return HttpRequest.newBuilder(server.resolve(PATH + query + (last == null ? "" : "&cursor=" + last)))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** @throws IOException if the request may succeed later */
    private static void requireSuccess(int status, InputStream body, boolean hasBegun, @Nullable String last)
            throws IOException {
        if (status == OK) {
            return;
        }
        String message = ServerAnswer.of(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                .text("message");
        String answer = "the server answered " + status + ": " + message;
        if (hasBegun && TEMPORARY.contains(status)) {
            throw new IOException(answer);
        }
        throw CannotStart.because(
                hasBegun && status == BAD_REQUEST && last != null
                        ? "the contact " + last + " was deleted during the export, so it cannot continue; run it again"
                        : answer);
    }

    private void waitFor(int failures, IOException e, long bytes) throws InterruptedException {
        int seconds = 1 << Math.min(failures - 1, 4);
        err.println("contacts4j: the export was interrupted (" + FileErrorText.of(e) + "); it "
                + (bytes == 0 ? "begins again" : "continues behind " + bytes + " bytes") + " in " + seconds + " s");
        Thread.sleep(1_000L * seconds);
    }

    private CannotStart failed(IOException e) {
        return CannotStart.because(
                e instanceof ConnectException
                        ? "there is no server at " + server + ": start it, or name it with --server"
                        : "the export is not complete, and nothing was written: " + FileErrorText.of(e));
    }
}

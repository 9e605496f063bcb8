package org.contacts4j.bootstrap;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;

/** An attachment as the server describes it. */
record AttachedFile(String sum, String url) {

    private static final Pattern SUM_AND_URL = Pattern.compile("\"sha256\":\"(\\w{64})\",\"url\":\"([^\"]+)\"");

    /** Returns the attachments in a response. */
    static List<AttachedFile> in(Reply answer) {
        return SUM_AND_URL
                .matcher(answer.body())
                .results()
                .map(match -> new AttachedFile(match.group(1), match.group(2)))
                .toList();
    }

    static List<AttachedFile> of(ApiClient client, String contact) throws Exception {
        return in(client.get("contacts/" + contact + "/attachments"));
    }

    /** Downloads the attachment and returns its SHA-256 checksum. */
    String sumOfDownload(ApiClient client) throws Exception {
        HttpResponse<InputStream> answer = client.download(url);
        if (answer.statusCode() != 200) {
            throw new AssertionError(url + " is answered with " + answer.statusCode());
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream content = answer.body()) {
            byte[] buffer = new byte[64 * 1024];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

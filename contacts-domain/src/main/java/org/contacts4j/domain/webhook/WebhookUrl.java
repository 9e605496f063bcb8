package org.contacts4j.domain.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The syntax rule for webhook URLs. It rejects URLs that programs interpret differently. Forbidden addresses are
 * rejected later, when a connection is opened.
 */
final class WebhookUrl {

    private static final int MAX_LENGTH = 2_000;
    private static final String OCTET = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");

    /**
     * A host name. The last label must not be a number in any base: some programs would parse it as an IPv4 address.
     */
    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*(?!0[xX])[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*\\.?");

    private WebhookUrl() {}

    static Rule<String> rule() {
        return WebhookUrl::check;
    }

    private static @Nullable String check(String value, String field, Faults faults) {
        String url = value.strip();
        if (url.isEmpty()) {
            return null;
        }
        Rules.checkText(url, MAX_LENGTH, field, faults);
        @Nullable String wrong = describeProblem(url);
        if (wrong != null) {
            faults.add(field, wrong);
        }
        return url;
    }

    private static @Nullable String describeProblem(String url) {
        try {
            URI uri = new URI(url);
            if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
                return "must begin with https:// or http://";
            }
            if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return "must not hold a user, a password or a fragment";
            }
            return isHost(uri.getHost()) && uri.getPort() != 0 && uri.getPort() <= 65_535
                    ? null
                    : "must name a host by its ASCII name or by its address in the usual notation, such as https://example.org/hooks";
        } catch (URISyntaxException e) {
            return "is not a URL; one looks like https://example.org/hooks";
        }
    }

    private static boolean isHost(@Nullable String host) {
        return host != null
                && (IPV4.matcher(host).matches()
                        || IPV6.matcher(host).matches()
                        || NAME.matcher(host).matches());
    }
}

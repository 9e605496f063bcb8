package org.contacts4j.bootstrap;

import java.util.regex.Pattern;
import org.contacts4j.http.auth.JwkSetKeys;

/** Masks passwords and other secrets in the values of settings. */
final class MaskedSettings {

    private static final String MASK = "********";
    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password=)[^&;]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

    private MaskedSettings() {}

    static String value(Setting setting, String text) {
        return switch (setting) {
            case DB_URL -> url(text);
            case JWKS -> JwkSetKeys.masked(text);
            default -> setting.isSecret() ? MASK : text;
        };
    }

    static String url(String url) {
        String withoutParameter = PASSWORD_PARAMETER.matcher(url).replaceAll("$1" + MASK);
        return USER_INFO.matcher(withoutParameter).replaceAll("//" + MASK + "@");
    }
}

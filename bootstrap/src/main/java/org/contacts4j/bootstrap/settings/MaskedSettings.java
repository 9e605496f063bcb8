package org.contacts4j.bootstrap.settings;

import java.util.regex.Pattern;
import org.contacts4j.http.TokenKeys;

/** Masks passwords and other secrets in the values of settings. */
public final class MaskedSettings {

    private static final String MASK = "********";
    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password=)[^&;]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

    private MaskedSettings() {}

    public static String value(Setting setting, String text) {
        return switch (setting) {
            case DB_URL, DB_READ_URL -> url(text);
            case JWKS -> TokenKeys.masked(text);
            default -> setting.isSecret() && !text.isEmpty() ? MASK : text;
        };
    }

    public static String url(String url) {
        String withoutParameter = PASSWORD_PARAMETER.matcher(url).replaceAll("$1" + MASK);
        return USER_INFO.matcher(withoutParameter).replaceAll("//" + MASK + "@");
    }
}

package org.contacts4j.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueRulesTest {

    private final Faults faults = new Faults();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "ada.lovelace+tag@sub.example.org",
                "o'brien@example.ie",
                "zoë@exämple.org",
                "用户@例子.公司",
                "उपयोगकर्ता@उदाहरण.भारत",
                "\"quoted local\"@example.org",
                "\"a@b\"@example.org",
                "x@xn--exmple-cua.org",
                "1@2.de",
                "a_b-c=d!#$%&*/?^`{|}~@example.org",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
            })
    void acceptsEmailAddresses(String address) {
        assertThat(Rules.email().check(address, "email", faults)).isEqualTo(address);
        assertThat(faults.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@example",
                "ada@@example.org",
                "ada@.org",
                "ada@example..org",
                "ada@example.org.",
                ".ada@example.org",
                "ada.@example.org",
                "a..b@example.org",
                "a b@example.org",
                "ada@exa mple.org",
                "ada@-example.org",
                "ada@example-.org",
                "<ada@example.org>",
                "Ada <ada@example.org>",
                "a@example.org,b@example.org",
                "ada@example.org\nBcc: x@example.org",
                "\"unclosed@example.org",
                "ada@[127.0.0.1]",
                "ada\u0000@example.org",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
            })
    void refusesWhatIsNoEmailAddress(String address) {
        Rules.email().check(address, "email", faults);
        assertThat(faults.list()).extracting(Fault::field).contains("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a@", "a", "\"", "a@a.", "a@a-", "ä", "é\u0301", "@", " "})
    void judgesHostileAddressesFast(String part) {
        String hostile = "a@" + part.repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatCode(() -> Rules.email().check(hostile, "email", faults))
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example", "https://example.org/p?q=%20#f", "HTTPS://EXAMPLE.ORG:8443", "http://[::1]/"
            })
    void acceptsWebAddresses(String url) {
        assertThat(Rules.httpUrl().check(url, "website", faults)).isEqualTo(url);
        assertThat(faults.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "//example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "http:example.org",
                "http://",
                "https:///path",
                "http://exa mple.org",
                "mailto:ada@example.org",
                "http://a\nb"
            })
    void refusesWhatIsNoWebAddress(String url) {
        Rules.httpUrl().check(url, "website", faults);
        assertThat(faults.list()).extracting(Fault::field).containsOnly("website");
        assertThat(faults.list()).isNotEmpty();
    }

    @Test
    void keepsCountryCodesInUpperCase() {
        assertThat(Rules.countryCode().check(" ch ", "countryCode", faults)).isEqualTo("CH");
        assertThat(faults.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHE", "XX", "C", "Switzerland", "ＣＨ", "1"})
    void refusesWhatIsNoCountryCode(String code) {
        Rules.countryCode().check(code, "countryCode", faults);
        assertThat(faults.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"})
    void refusesWhatIsNoUuid(String id) {
        Rules.uuid().check(id, "id", faults);
        assertThat(faults.list()).hasSize(1);
    }

    @Test
    void countsCodePointsNotCharacters() {
        Rules.text(Rules.TEXT).check("😀".repeat(255), "title", faults);
        assertThat(faults.list()).isEmpty();
        Rules.text(Rules.TEXT).check("😀".repeat(256), "title", faults);
        assertThat(faults.list())
                .containsExactly(new Fault("title", Fault.Kind.TOO_LONG, "must not be longer than 255 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "😀\uD83D"})
    void refusesHalfASurrogatePair(String text) {
        Rules.text(Rules.TEXT).check(text, "title", faults);
        assertThat(faults.list()).containsExactly(new Fault("title", "must not contain half of a surrogate pair"));
    }

    @Test
    void refusesTheCharacterNoDatabaseKeeps() {
        Rules.text(Rules.TEXT).check("a\u0000b", "title", faults);
        assertThat(faults.list()).containsExactly(new Fault("title", "must not contain the character U+0000"));
    }

    @Test
    void keepsTheWhiteSpaceOfTextButNotOfNames() {
        assertThat(Rules.text(Rules.TEXT).check(" a ", "title", faults)).isEqualTo(" a ");
        assertThat(Rules.trimmed().check("\u2003a\t", "name", faults)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void takesBlankAsEmpty(String blank) {
        for (Rule<String> rule :
                List.of(Rules.trimmed(), Rules.email(), Rules.httpUrl(), Rules.countryCode(), Rules.uuid())) {
            @Nullable String kept = rule.check(blank, "field", faults);
            assertThat(kept).isNull();
        }
        assertThat(faults.list()).isEmpty();
    }
}

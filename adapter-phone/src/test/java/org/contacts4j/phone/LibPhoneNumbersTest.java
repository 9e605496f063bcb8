package org.contacts4j.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LibPhoneNumbersTest {

    private final PhoneNumbers german = LibPhoneNumbers.inRegion("DE");
    private final PhoneNumbers anywhere = LibPhoneNumbers.withoutRegion();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "030 1234567",
                "030/1234567",
                "(030) 123 45 67",
                "+49 30 1234567",
                "+49 030 1234567",
                "+49 (0)30 1234567",
                "(+49) 30 1234567",
                "0049 30/1234567",
                "0049 (0) 30 1234567",
                "tel:+49-30-1234567",
                "tel:030-1234567;phone-context=+49",
                "49 30 1234567",
                "０３０ １２３４５６７",
                "＋４９（３０）１２３４５６７",
                "٠٣٠١٢٣٤٥٦٧",
                "+49\u00a030–1234567",
                "Tel. 030 1234567",
                "Büro: 030 1234567",
                "030 1234567 (Büro)",
                "030 1234567 (Buero)",
                "030 1234567 abends"
            })
    void readsEveryNotationOfAGermanNumber(String number) {
        assertThat(german.normalized(number)).isEqualTo("+49301234567");
    }

    @ParameterizedTest
    @CsvSource({
        "AT,01 5134567,+43 1 5134567",
        "AU,(02) 9374 4000,0011 61 2 9374 4000",
        "BR,(11) 98765-4321,+55 11 98765-4321",
        "BR,011 98765-4321,+55 11 98765-4321",
        "CH,044 668 18 00,+41 44 668 18 00",
        "DE,0171 1234567,1711234567",
        "DE,0800 TELEKOM,+49 800 8353566",
        "DK,32 12 34 56,+45 32123456",
        "ES,912 34 56 78,+34 912345678",
        "FR,01 42 68 53 00,+33 (0)1 42 68 53 00",
        "FR,0612345678,612345678",
        "GB,020 7946 0958,+44 (0)20 7946 0958",
        "HU,06 1 123 4567,+36 1 123 4567",
        "IN,98765 43210,+91 98765-43210",
        "IN,098765 43210,9876543210",
        "IT,06 1234 5678,+39 06 1234 5678",
        "JP,03-1234-5678,010 81 3 1234 5678",
        "NL,020 123 4567,+31 20 123 4567",
        "PL,22 123 45 67,+48 221234567",
        "RU,8 (495) 123-45-67,+7 495 1234567",
        "RU,(495) 123-45-67,8 495 123 45 67",
        "US,(212) 555-0123,+1 212 555 0123",
        "US,1-212-555-0123,212.555.0123",
        "US,(555) 123-4567,+1 555 123 4567",
        "US,1-800-FLOWERS,+1 800 356 9377",
        "US,0049 30 1234567,011 49 30 1234567",
        "CN,138 0013 8000,+86 13800138000",
        "MX,55 1234 5678,+52 55 1234 5678",
        "ZA,011 234 5678,+27 11 234 5678",
        "TR,0532 123 45 67,+90 532 123 45 67"
    })
    void readsNationalNumbersOfTheRegion(String region, String number, String same) {
        PhoneNumbers numbers = LibPhoneNumbers.inRegion(region);
        assertThat(numbers.normalized(number))
                .startsWith("+")
                .isEqualTo(numbers.normalized(same))
                .isEqualTo(numbers.normalized(numbers.normalized(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 1234567 ext. 5,+49 30 1234567 x5",
        "+49 30 1234567;ext=5,tel:+49-30-1234567;ext=5",
        "030 1234567 #5,+49 30 1234567 EXT 5",
        "+49 30 1234567 доб. 5,030 1234567 ext 5"
    })
    void readsExtensions(String number, String same) {
        assertThat(german.normalized(number))
                .isEqualTo("+49301234567;ext=5")
                .isEqualTo(german.normalized(same))
                .isNotEqualTo(german.normalized("+49 30 1234567 ext. 6"))
                .isNotEqualTo(german.normalized("+49 30 1234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n/a",
                "112",
                "12345",
                "7654321",
                "11111111",
                "+49 0000000",
                "0301234567 / 0307654321",
                "030 1234567, 030 7654321",
                "030 1234567 oder 030 7654321",
                "*31#0301234567",
                "1-800-flowers",
                "030 1234567890123456",
                "+999 123456789"
            })
    void comparesOtherTextsByTheirDigits(String number) {
        assertThat(german.normalized(number)).isEqualTo(PhoneNumbers.DIGITS.normalized(number));
    }

    @Test
    void comparesVeryLongTextsByTheirDigits() {
        String text = "030 " + "1".repeat(100_000);
        assertThat(german.normalized(text)).isEqualTo(PhoneNumbers.DIGITS.normalized(text));
    }

    @Test
    void distinguishesLocalNumbersFromCompleteOnes() {
        assertThat(german.normalized("7654321")).isNotEqualTo(german.normalized("07654 321"));
        assertThat(german.normalized("12345")).isNotEqualTo(german.normalized("012345"));
    }

    @Test
    void readsOnlyInternationalNumbersWithoutARegion() {
        assertThat(anywhere.normalized("+49 (0)30 1234567")).isEqualTo("+49301234567");
        assertThat(anywhere.normalized("+39 (0)6 1234 5678")).isEqualTo("+390612345678");
        assertThat(anywhere.normalized("0049 30 1234567")).isEqualTo("+49301234567");
        assertThat(anywhere.normalized("tel:030-1234567;phone-context=+49")).isEqualTo("+49301234567");
        assertThat(anywhere.normalized("030 1234567")).isEqualTo("0301234567");
    }

    @ParameterizedTest
    @CsvSource({
        "DE,030 123,+4930123",
        "DE,030,+4930",
        "DE,+49 30 12,+493012",
        "DE,1234567,1234567",
        "DE,0,0",
        "FR,01 42,+33142",
        "FR,0033 1 42,+33142",
        "HU,06 1 12,+36112",
        "RU,8 495,+7495",
        "US,1 212,+1212",
        "US,212,212",
        "IT,06 12,0612"
    })
    void readsTheBeginningOfANumber(String region, String start, String form) {
        assertThat(LibPhoneNumbers.inRegion(region).normalizedStart(start)).isEqualTo(form);
    }

    @Test
    void knowsTheRegionsOfTheLibrary() {
        Set<String> known = Arrays.stream(Locale.getISOCountries())
                .filter(LibPhoneNumbersTest::isRegion)
                .collect(Collectors.toSet());
        Set<String> supported = PhoneNumberUtil.getInstance().getSupportedRegions();
        assertThat(known).isSubsetOf(supported);
        assertThat(supported).allMatch(LibPhoneNumbersTest::isRegion);
        assertThat(isRegion("de")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "DEU", "XX", "UK", "001", "AQ", "../DE", "49", "Germany"})
    void refusesUnknownRegions(String region) {
        assertThatThrownBy(() -> LibPhoneNumbers.inRegion(region)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheLibraryAndTheRegionInItsVersion() {
        assertThat(german.version()).matches("libphonenumber \\d+\\.\\d+\\.\\d+, rules 1, region DE");
        assertThat(anywhere.version()).endsWith(", no region");
    }

    private static boolean isRegion(String region) {
        try {
            LibPhoneNumbers.inRegion(region);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

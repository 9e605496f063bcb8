package org.contacts4j.domain.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@ada                      | ada",
                "(@ada)                    | ada",
                "ask @ada, please          | ada",
                "@ada.lovelace.            | ada.lovelace",
                "@ada-l_1: look            | ada-l_1",
                "@Åsa and 王@no            | Åsa",
                "@ada@example.org, @x      | ada@example.org;x",
                "@[auth0 (12) & more]      | auth0 (12) & more",
                "@[ ada ] @ada             | ada",
                "@ada @bo @ada             | ada;bo",
                "@3fa85f64-5717-4562-b3fc-2c963f66afa6! | 3fa85f64-5717-4562-b3fc-2c963f66afa6"
            })
    void findsThoseItSpeaksTo(String text, String ids) {
        assertThat(saying(text).mentions())
                .extracting(MemberId::value)
                .containsExactly(ids.strip().split(";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "@", "@ ada", "@@", "@[]", "@[ ]", "@[a\nb]", "a.@b", "@-", "x@[ada]"})
    void doesNotTakeAddressesAndSignsForMembers(String text) {
        assertThat(saying(text).mentions()).isEmpty();
    }

    @Test
    void findsNoMoreThanAHundred() {
        String many = IntStream.range(0, 3_000).mapToObj(i -> "@m" + i).collect(Collectors.joining(" "));
        List<MemberId> mentions = saying(many).mentions();
        assertThat(mentions).hasSize(100).startsWith(new MemberId("m0"));
        assertThat(saying("@" + "x".repeat(256)).mentions()).isEmpty();
    }

    private static Comment saying(String text) {
        return Comment.write(
                new CommentId(new UUID(0, 1)),
                new ContactId(new UUID(0, 2)),
                text,
                new MemberId("ada"),
                Instant.parse("2026-06-03T12:00:00Z"));
    }
}

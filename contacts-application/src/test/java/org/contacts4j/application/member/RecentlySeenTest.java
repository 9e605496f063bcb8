package org.contacts4j.application.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentlySeenTest {

    private final RecentlySeen seen = new RecentlySeen(100);

    @Test
    void containsWhatWasAdded() {
        seen.addAll(List.of("a", "b"));
        assertThat(seen.contains("a")).isTrue();
        assertThat(seen.contains("c")).isFalse();
    }

    @Test
    void dropsValuesThatWereNotSeenForLong() {
        seen.addAll(List.of("old"));
        addOthers(100);
        assertThat(seen.contains("old")).isFalse();
        assertThat(seen.contains(99)).isTrue();
    }

    @Test
    void keepsAValueThatIsLookedUpAgainAndAgain() {
        seen.addAll(List.of("often"));
        for (int other = 0; other < 1_000; other++) {
            seen.addAll(List.of(other));
            assertThat(seen.contains("often")).isTrue();
        }
    }

    private void addOthers(int count) {
        for (int other = 0; other < count; other++) {
            seen.addAll(List.of(other));
        }
    }
}

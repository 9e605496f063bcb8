package org.contacts4j.http.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Tests that a budget is divided fairly and that released shares return to it. */
class BudgetTest {

    private static final int MIB = 1024 * 1024;

    private final Budget budget = new Budget(4 * MIB);

    @Test
    void givesOneOrganizationAtMostHalf() {
        assertThat(budget.share("a").grow(2 * MIB)).isTrue();
        assertThat(budget.share("a").grow(1)).isFalse();
        assertThat(budget.share("b").grow(2 * MIB)).isTrue();
        assertThat(budget.share("c").grow(1)).as("nothing is left").isFalse();
    }

    @Test
    void takesBackWhatARequestHeldOnce() {
        Budget.Share share = budget.share("a");
        share.grow(2 * MIB);
        share.release();
        share.release();
        assertThat(share.grow(1)).as("a request that is over").isFalse();
        assertThat(budget.share("a").grow(2 * MIB)).isTrue();
        assertThat(budget.share("a").grow(1)).isFalse();
    }

    @Test
    void chargesABodyForWhatArrivesAndNotForWhatIsAnnounced() {
        for (int i = 0; i < 2048; i++) {
            BodySink.InMemory announced = new BodySink.InMemory(budget.share("a"), MIB);
            assertThat(announced.write(ByteBuffer.allocate(1))).isTrue();
        }
        assertThat(new BodySink.InMemory(budget.share("a"), MIB).write(ByteBuffer.allocate(1)))
                .as("half of the budget is taken in blocks of 1 KiB")
                .isFalse();
    }

    @Test
    void holdsABodyOfAnnouncedLengthOnce() {
        Budget.Share other = budget.share("b");
        BodySink.InMemory sink = new BodySink.InMemory(budget.share("a"), MIB);
        for (int i = 0; i < 1024; i++) {
            assertThat(sink.write(ByteBuffer.wrap(new byte[1024]))).isTrue();
        }
        assertThat(budget.share("a").grow(MIB)).as("the other half of a's half").isTrue();
        assertThat(sink.whole().take()).hasSize(MIB);
        assertThat(other.grow(2 * MIB)).isTrue();
    }

    @Test
    void keepsTheBytesOfABodyOfUnknownLength() {
        BodySink.InMemory sink = new BodySink.InMemory(budget.share("a"), -1);
        for (int i = 0; i < 100; i++) {
            assertThat(sink.write(ByteBuffer.wrap(new byte[] {(byte) i, 1, 2}))).isTrue();
        }
        byte[] whole = sink.whole().take();
        assertThat(whole).hasSize(300);
        assertThat(whole[297]).isEqualTo((byte) 99);
    }
}

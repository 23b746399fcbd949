package onecard.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the identities of the house accept, and what they refuse by name.
class NumbersTest {
    @Test
    @DisplayName("M-023 machine numbers are 1 to 999")
    void machine_numbers() {
        assertThat(new MachineNo(1).value()).isEqualTo(1);
        assertThat(new MachineNo(999).value()).isEqualTo(999);
        for (int none : new int[] {0, -1, 1_000, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(MachineNo.exists(none)).isFalse();
            assertThatThrownBy(() -> new MachineNo(none)).hasMessageContaining("" + none);
        }
    }

    @Test
    @DisplayName("W-01 a terminal draws numbers of 32 bits without a sign, beginning with 1")
    void sequence_numbers() {
        var till = new SerialNo("T-00001");
        assertThat(new PurchaseId(till, 1)).hasToString("T-00001#1");
        assertThat(new PurchaseId(till, 4_294_967_295L).seq()).isEqualTo(4_294_967_295L);
        for (long none : new long[] {0, -1, 4_294_967_296L, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> new PurchaseId(till, none)).hasMessageContaining("" + none);
        }
    }

    @Test
    void card_serials_are_4_7_or_10_bytes_and_come_back_as_they_went_in() {
        Seeded.always(random -> {
            var bytes = new byte[random.nextInt(13)];
            random.nextBytes(bytes);
            boolean good = Set.of(4, 7, 10).contains(bytes.length);
            assertThat(CardUid.exists(bytes.length)).isEqualTo(good);
            if (good) {
                CardUid uid = CardUid.of(bytes);
                assertThat(uid.bytes()).isEqualTo(bytes);
                assertThat(new CardUid(uid.hex().toLowerCase(Locale.ROOT))).isEqualTo(uid);
            } else {
                assertThatThrownBy(() -> CardUid.of(bytes))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "has space", "T/0001", "号码号码", "\u0000\u0000\u0000\u0000"})
    void not_every_text_is_a_serial_number(String text) {
        assertThat(SerialNo.exists(text)).isFalse();
        assertThatThrownBy(() -> new SerialNo(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stored_codes_come_back_as_they_went_in_and_are_used_once() {
        var refusals = new HashSet<Integer>();
        for (Refusal refusal : Refusal.values()) {
            assertThat(Refusal.ofCode(refusal.code())).isEqualTo(refusal);
            assertThat(refusals.add(refusal.code())).isTrue();
        }
        assertThatThrownBy(() -> Refusal.ofCode(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("D-51 the codes of refusals grow in the order in which reasons are tried")
    void the_codes_of_refusals_grow_in_their_order() {
        assertThat(Refusal.values()).isSortedAccordingTo((a, b) -> a.code() - b.code());
    }
}

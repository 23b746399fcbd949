package onecard.platform.system.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] PLAIN = "a terminal's key".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = new Seal(new TreeMap<>(Map.of(1, key(1))));

    @Test
    void what_was_sealed_opens_again_and_shows_nothing_of_itself() {
        byte[] sealed = seal.seal("terminal-key:F71-1", PLAIN);
        assertThat(seal.open("terminal-key:F71-1", sealed)).isEqualTo(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("terminal");
    }

    @Test
    void two_seals_of_the_same_bytes_differ() {
        assertThat(seal.seal("a", PLAIN)).isNotEqualTo(seal.seal("a", PLAIN));
    }

    @Test
    void sealed_bytes_moved_to_another_purpose_do_not_open() {
        byte[] sealed = seal.seal("terminal-key:F71-1", PLAIN);
        assertThatThrownBy(() -> seal.open("terminal-key:F71-2", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_changed_bit_is_noticed() {
        byte[] sealed = seal.seal("a", PLAIN);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> seal.open("a", changed))
                    .as("bit %d", bit)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bytes_that_are_too_short_do_not_open() {
        byte[] sealed = seal.seal("a", new byte[0]);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.open("a", cut))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_newest_key_seals_and_older_ones_still_open() {
        byte[] old = seal.seal("a", PLAIN);
        Seal both = new Seal(new TreeMap<>(Map.of(1, key(1), 2, key(2))));
        assertThat(both.open("a", old)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> seal.open("a", both.seal("a", PLAIN)))
                .hasMessageContaining("master key 2");
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new Seal(new TreeMap<>(Map.of(1, new byte[16]))))
                .hasMessageContaining("32 bytes, not 16");
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[Seal.KEY_BYTES];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}

package onecard.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PurseTest {
    @Test
    void stored_codes_come_back_as_they_went_in_and_are_used_once() {
        var codes = new HashSet<Integer>();
        for (Purse purse : Purse.values()) {
            assertThat(Purse.ofCode(purse.code())).isEqualTo(purse);
            assertThat(codes.add(purse.code())).isTrue();
        }
        assertThatThrownBy(() -> Purse.ofCode(8)).isInstanceOf(IllegalArgumentException.class);
    }
}

package onecard.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import onecard.platform.faces.Push.State;
import onecard.wire.adms.ReturnCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a push when a terminal answers.
class VerdictTest {
    @ParameterizedTest(name = "{0} answered {1} ends {2}")
    @DisplayName(
            "M-229 A failure is the photo's size, the photo's quality, the model's, or another")
    @CsvSource({
        "F, -1006, TOO_LARGE",
        "F, -2, TOO_LARGE",
        "F, -1001, TOO_LARGE",
        "F, -11, QUALITY",
        "F, -500, QUALITY",
        "F, -1002, UNSUPPORTED",
        "U, -1004, UNSUPPORTED",
        "U, -1, OTHER",
        "D, -10, DONE",
        "D, 0, DONE",
        "D, -3, OTHER",
        "C, 0, DONE",
        "C, -1, OTHER"
    })
    void a_failure_has_a_reason(Step.Part part, int code, State state) {
        assertThat(Verdict.of(part, ReturnCode.of(code), 0)).isEqualTo(new Verdict.Ends(state));
    }

    @Test
    @DisplayName("M-229 A push is done when the user and the face were taken, in either order")
    void done_when_both_were_taken() {
        assertThat(Verdict.of(Step.Part.U, ReturnCode.DONE, 0))
                .isEqualTo(new Verdict.GoesOn(Push.USER));
        assertThat(Verdict.of(Step.Part.F, ReturnCode.DONE, Push.USER))
                .isEqualTo(new Verdict.Ends(State.DONE));
        assertThat(Verdict.of(Step.Part.F, ReturnCode.DONE, 0))
                .isEqualTo(new Verdict.GoesOn(Push.FACE));
        assertThat(Verdict.of(Step.Part.U, ReturnCode.DONE, Push.FACE))
                .isEqualTo(new Verdict.Ends(State.DONE));
    }

    @Test
    @DisplayName("M-230 A busy terminal is told again")
    void a_busy_terminal_is_told_again() {
        for (Step.Part part : EnumSet.allOf(Step.Part.class)) {
            assertThat(Verdict.of(part, ReturnCode.BUSY, 0)).isEqualTo(new Verdict.Again());
        }
    }

    @Test
    @DisplayName("W-18 The id of a command says which part of which push it was, and the attempt")
    void the_id_of_a_command() {
        var step = new Step(Step.Part.F, 12_345_678_901L, 99);
        assertThat(step.id().value()).isEqualTo("F12345678901T99");
        assertThat(Step.of(step.id().value())).contains(step);
        assertThat(Step.of("X1T1")).isEmpty();
        assertThat(Step.of("F1")).isEmpty();
    }
}

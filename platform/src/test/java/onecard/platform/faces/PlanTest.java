package onecard.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onecard.platform.faces.Place.Face;
import onecard.platform.people.PersonId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is missing at a terminal.
class PlanTest {
    private static final PersonId ONE = new PersonId(1);
    private static final Face FACE = new Face("1001", "张三", 7);

    private static Place there(Face face, boolean leaving) {
        return new Place(ONE, face, 5, leaving);
    }

    @Test
    @DisplayName(
            "M-226 Who is missing is pushed, who is there is left alone, who is not meant goes")
    void who_is_missing_is_pushed() {
        assertThat(Plan.of(Map.of(ONE, FACE), List.of()))
                .isEqualTo(new Plan(Map.of(ONE, FACE), List.of()));
        assertThat(Plan.of(Map.of(ONE, FACE), List.of(there(FACE, false))))
                .isEqualTo(new Plan(Map.of(), List.of()));
        assertThat(Plan.of(Map.of(), List.of(there(FACE, false))))
                .isEqualTo(new Plan(Map.of(), List.of(there(FACE, false))));
        assertThat(Plan.of(Map.of(), List.of(there(FACE, true))))
                .isEqualTo(new Plan(Map.of(), List.of()));
    }

    @Test
    @DisplayName(
            "M-230 Another photo or name is pushed again, and who comes back overtakes the going")
    void another_photo_is_pushed_again() {
        Face photo = new Face("1001", "张三", 8);
        assertThat(Plan.of(Map.of(ONE, photo), List.of(there(FACE, false))))
                .isEqualTo(new Plan(Map.of(ONE, photo), List.of()));
        assertThat(Plan.of(Map.of(ONE, FACE), List.of(there(FACE, true))))
                .isEqualTo(new Plan(Map.of(ONE, FACE), List.of()));
    }

    @Test
    @DisplayName("M-230 Under another number the old one goes first")
    void another_number() {
        Face number = new Face("2002", "张三", 7);
        assertThat(Plan.of(Map.of(ONE, number), List.of(there(FACE, false))))
                .isEqualTo(new Plan(Map.of(), List.of(there(FACE, false))));
        assertThat(Plan.of(Map.of(ONE, number), List.of(there(FACE, true))))
                .isEqualTo(new Plan(Map.of(), List.of()));
    }
}

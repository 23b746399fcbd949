package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.people.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeCycleTest {
    private final CardScene scene;

    LifeCycleTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    static Stream<LifeCycleTable.Cell> cells() {
        return LifeCycleTable.cells().stream();
    }

    static Stream<String> stands() {
        return LifeCycleTable.stands().stream();
    }

    @ParameterizedTest
    @MethodSource("cells")
    @DisplayName("D-21 D-22 D-23 D-36 Every move from every stand, allowed or not")
    void every_move_from_every_stand(LifeCycleTable.Cell cell) {
        assertThat(LifeCycle.step(LifeCycleTable.stand(cell.stand()), cell.move()))
                .isEqualTo(cell.step());
    }

    @Test
    @DisplayName("D-21 The table knows every stand and every move there is")
    void the_table_is_whole() {
        int stands = 2 + 2 * Hand.values().length * 2;
        assertThat(LifeCycleTable.stands()).hasSize(stands).doesNotHaveDuplicates();
        assertThat(LifeCycleTable.cells()).hasSize(stands * CardMove.values().length);
    }

    @Test
    @DisplayName("D-21 No stand is out of reach from nothing, when time may pass")
    void no_stand_is_out_of_reach() {
        var reached = new HashSet<CardStand>(List.of(CardStand.NO_ACCOUNT));
        var look = new ArrayDeque<>(reached);
        while (!look.isEmpty()) {
            var stand = look.remove();
            for (var move : CardMove.values()) {
                if (LifeCycle.step(stand, move) instanceof LifeCycle.Step.Goes(var next)
                        && reached.add(next)) {
                    look.add(next);
                }
            }
            if (stand instanceof CardStand.Account account) {
                var later = account.with(later(account.hand()));
                if (reached.add(later)) {
                    look.add(later);
                }
            }
        }
        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        LifeCycleTable.stands().stream().map(LifeCycleTable::stand).toList());
    }

    private static Hand later(Hand hand) {
        return switch (hand) {
            case VALID -> Hand.EXPIRED;
            case LOST -> Hand.LOST_EXPIRED;
            case NOTHING, EXPIRED, LOST_EXPIRED -> hand;
        };
    }

    /// The same table, driven through the services on PostgreSQL.
    @ParameterizedTest
    @MethodSource("stands")
    @DisplayName("M-140 M-175 M-176 M-177 M-192 D-21 The desk does what the life cycle says")
    void the_desk_does_what_the_life_cycle_says(String stand) {
        for (var cell : LifeCycleTable.cells()) {
            if (cell.stand().equals(stand)) {
                var person = Somebody.who(scene, LifeCycleTable.stand(stand));
                assertThat(scene.stand(person)).isEqualTo(LifeCycleTable.stand(stand));
                if (cell.goes()) {
                    scene.move(person, cell.move());
                    assertThat(scene.stand(person))
                            .as(cell.toString())
                            .isEqualTo(LifeCycleTable.stand(cell.then()));
                } else {
                    refused(person, cell);
                }
            }
        }
    }

    private void refused(Person person, LifeCycleTable.Cell cell) {
        ProblemAssert.assertThat(() -> scene.move(person, cell.move())).is(cell.problem());
        assertThat(scene.stand(person))
                .as(cell.toString())
                .isEqualTo(LifeCycleTable.stand(cell.stand()));
    }
}

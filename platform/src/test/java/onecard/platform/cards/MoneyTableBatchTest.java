package onecard.platform.cards;

import static onecard.platform.cards.ManyPeople.MANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.imports.ImportOutcomes;
import onecard.platform.imports.ImportSum;
import onecard.platform.imports.RowNote;
import onecard.platform.ledger.Purse;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyTableBatchTest {
    private final Told told = new Told();
    private final CardScene scene;
    private final ManyPeople crowd;
    private final List<PersonId> many;

    MoneyTableBatchTest(TestDatabase database) {
        scene = new CardScene(database, Map.of(ImportOutcomes.class, told));
        crowd = new ManyPeople(scene, 'T');
        many = crowd.ids;
    }

    /// What the room of the imports hears.
    private static final class Told implements ImportOutcomes {
        private final Map<Integer, String> notWritten = new TreeMap<>();
        private final Map<Integer, String> notUndone = new TreeMap<>();
        private List<ImportSum> sums = List.of();

        @Override
        public void notWritten(int importId, Map<Integer, RowNote> why) {
            why.forEach((row, note) -> notWritten.put(row, note.message()));
        }

        @Override
        public void notUndone(int importId, Map<Integer, RowNote> why) {
            why.forEach((row, note) -> notUndone.put(row, note.message()));
        }

        @Override
        public void total(int importId, List<ImportSum> all) {
            sums = all;
        }
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private static BatchLine line(PersonId person, int row, long cash, long subsidy, long version) {
        return new BatchLine(
                person,
                row,
                Money.ofCents(cash),
                Money.ofCents(subsidy),
                SubsidyMode.CLEAR_REPLACE,
                Optional.empty(),
                "",
                Optional.of(version));
    }

    /// The row of an import to which a batch can belong.
    private int anImport() {
        return scene.database
                .asOwner()
                .sql(
                        """
                        insert into imports.import (kind, operator, operator_name, file_name,
                               fingerprint, state, choice, made_at)
                        values ('top-ups', 1, 'x', 'x', repeat('0', 64), 'UPLOADED', '{}', now())
                        returning id
                        """)
                .query(Integer.class)
                .single();
    }

    private int begun(BatchKind kind, List<BatchLine> lines) {
        var wanted =
                MoneyBatch.ofTable(kind, Channel.PAYROLL, "工资", anImport(), scene.clock.instant());
        var room = scene.rooms.door(MoneyBatches.class);
        return scene.as(CardScene.LI, () -> room.writeTable(wanted, lines));
    }

    @Test
    @DisplayName(
            "M-161 M-165 D-09 Each row of a table is booked once, and undone once, whatever breaks it off")
    void each_row_is_booked_once() {
        var lines = new ArrayList<BatchLine>();
        long cash = 0;
        for (int i = 0; i < MANY; i++) {
            lines.add(line(many.get(i), i + 2, 100 + i, 7, 5));
            cash += 100 + i;
        }
        // A second row of somebody, which is cut into the next chunk.
        lines.add(line(many.get(499), MANY + 2, 1, 3, 6));
        cash += 1;
        int batch = begun(BatchKind.TOP_UP_TABLE, lines);
        assertThatThrownBy(() -> crowd.run(batch, 1)).hasMessage("killed");
        assertThatThrownBy(() -> crowd.run(batch, 2)).hasMessage("killed");
        var done = crowd.run(batch, 99);
        assertThat(done)
                .isEqualTo(
                        new MoneyBatches.Result(batch, MANY + 1, MANY + 1, 0, cash, 7L * MANY + 3));
        assertThat(crowd.run(batch, 99)).isEqualTo(done);
        // 清零: the second row of the one cleared what the first brought.
        assertThat(crowd.sum()).isEqualTo(cash + " + " + (7 * MANY - 7 + 3));
        assertThat(told.sums)
                .extracting(ImportSum::value)
                .first()
                .isEqualTo(Money.ofCents(cash).toString());
        var versions =
                scene.rooms
                        .door(ImportVersionTable.class)
                        .read(ImportVersionTable.Kind.TOP_UP, many);
        assertThat(versions.get(many.get(499))).isEqualTo(6);
        assertThat(versions.get(many.get(500))).isEqualTo(5);
        var again = begun(BatchKind.TOP_UP_TABLE, lines);
        assertThat(crowd.run(again, 99).refused()).isEqualTo(MANY + 1);
        assertThat(told.notWritten)
                .hasSize(MANY + 1)
                .containsEntry(2, "problem.import-version-used.title");
        isUndoneOnce(batch);
    }

    private void isUndoneOnce(int batch) {
        scene.clock.pass(Duration.ofMinutes(1));
        scene.spend(scene.rooms.door(People.class).find(many.get(3)).orElseThrow(), Purse.CASH, 1);
        var room = scene.rooms.door(MoneyBatches.class);
        int undo = scene.as(CardScene.LI, () -> room.writeUndo(batch));
        assertThatThrownBy(() -> crowd.run(undo, 1)).hasMessage("killed");
        assertThat(crowd.run(undo, 99).refused()).isEqualTo(1);
        assertThat(crowd.run(undo, 99).booked()).isEqualTo(MANY);
        assertThat(told.notUndone).isEqualTo(Map.of(5, "problem.undo-spent.title"));
        assertThat(crowd.sum()).isEqualTo("102 + 7");
        assertThatThrownBy(() -> scene.as(CardScene.LI, () -> room.writeUndo(batch)))
                .hasMessageContaining("undo-done");
    }
}

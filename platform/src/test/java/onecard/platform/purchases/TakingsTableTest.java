package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// The roll-up counts every purchase once, whatever the writers of a node do to the memory they
/// share.
@DatabaseTest
class TakingsTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final TestDatabase database;

    TakingsTableTest(TestDatabase database) {
        this.database = database;
    }

    private static Takings.Key key(int terminal) {
        return new Takings.Key(DAY, DAY, 1, terminal, 2, 1, 1);
    }

    private static Map<Takings.Key, Takings> one(int... terminals) {
        var growth = new TreeMap<Takings.Key, Takings>();
        Money five = Money.ofCents(500);
        for (int terminal : terminals) {
            growth.put(key(terminal), new Takings(1, five, Money.ZERO, five, five, Money.ZERO, 0));
        }
        return growth;
    }

    private long count(int terminal) {
        return database.asOwner()
                .sql("select coalesce(sum(count), 0) from purchases.takings where terminal = ?")
                .param(terminal)
                .query(Long.class)
                .single();
    }

    /// Does something after each statement.
    private static final class Interrupted extends JdbcTemplate {
        private Runnable between = () -> {};

        Interrupted(TestDatabase database) {
            super(database.dataSource());
        }

        @Override
        public <T extends @Nullable Object> T execute(ConnectionCallback<T> work) {
            T result = super.execute(work);
            between.run();
            return result;
        }
    }

    @Test
    void a_row_is_added_to_once_though_another_writer_empties_the_memory_meanwhile() {
        var jdbc = new Interrupted(database);
        var table = new TakingsTable(jdbc);
        table.add(one(1, 2));
        jdbc.between = table::forget;
        table.add(one(1, 2, 3));
        table.add(one(1, 3));
        assertThat(count(1)).isEqualTo(3);
        assertThat(count(2)).isEqualTo(2);
        assertThat(count(3)).isEqualTo(2);
    }

    @Test
    void a_row_that_was_rolled_back_is_noticed_and_added_anew() {
        var table = new TakingsTable(new JdbcTemplate(database.dataSource()));
        database.transactions()
                .executeWithoutResult(tray -> {
                    table.add(one(7));
                    tray.setRollbackOnly();
                });
        assertThatThrownBy(
                        () -> database.transactions().executeWithoutResult(_ -> table.add(one(7))))
                .isInstanceOf(LostRace.class);
        table.add(one(7));
        assertThat(count(7)).isEqualTo(1);
    }
}

package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// The roll-up counts every purchase once, however far it has followed the journal.
@DatabaseTest
class TakingsTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    /// Each test has so many strands of its own.
    private static final int STRANDS = 3;

    /// One row of five yuan, of which there is nothing else to know.
    private static final String ROW =
            """
            insert into purchases.purchase (
                number, seq, at, booked_at, keyed, gross, discount, surcharge, net, cash, subsidy,
                booked_on, business_day, terminal, merchant, meal, kind, result, mode, instrument_kind,
                instrument)
            values (?, 1, now(), now(), 500, 500, 0, 0, 500, 500, 0, ?, ?, ?, 1, 2, 1, 0, 1, 1, '')
            """;

    private final TestDatabase database;
    private final JdbcTemplate jdbc;
    private final TakingsTable table;

    TakingsTableTest(TestDatabase database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.table = new TakingsTable(jdbc);
        jdbc.query(
                "select purchases.prepare_month(day) from unnest(array[date '2026-03-01',"
                        + " date '2026-04-01']) as day",
                _ -> {});
    }

    private void write(int strand, long number, LocalDate day, int terminal) {
        database.transactions()
                .executeWithoutResult(_ -> writeInTransaction(strand, number, day, terminal));
    }

    private void writeInTransaction(int strand, long number, LocalDate day, int terminal) {
        table.follow(strand, day);
        jdbc.update(ROW, ((long) strand << 52) | (number << 14), day, day, terminal);
    }

    private List<@Nullable String> lines(String sql, int strand) {
        return database.asOwner()
                .sql(sql)
                .params(strand, strand + STRANDS - 1)
                .query(String.class)
                .list();
    }

    private List<@Nullable String> takings(int strand) {
        return lines(
                """
                select format('%s %s %s: %s %s', booked_on, terminal, strand, sum(count), sum(net))
                  from purchases.takings
                 where strand between ? and ?
                 group by booked_on, terminal, strand
                 order by booked_on, terminal, strand
                """,
                strand);
    }

    private List<@Nullable String> journal(int strand) {
        return lines(
                """
                select format('%s %s %s: %s %s', booked_on, terminal, number >> 52, count(*), sum(net))
                  from purchases.purchase
                 where number >> 52 between ? and ?
                 group by booked_on, terminal, number >> 52
                 order by booked_on, terminal, number >> 52
                """,
                strand);
    }

    private long folded(int strand) {
        return database.asOwner()
                .sql(
                        """
                        select coalesce(sum(count), 0)
                          from purchases.takings_folded
                         where strand between ? and ?
                        """)
                .params(strand, strand + STRANDS - 1)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_roll_up_equals_the_journal_though_days_go_back_and_forth(int seed) {
        var random = new Random(seed);
        int first = seed * STRANDS;
        var numbers = new long[] {1, 1, 1};
        for (int step = 0; step < 60; step++) {
            int strand = random.nextInt(STRANDS);
            switch (random.nextInt(8)) {
                case 0 -> table.fold();
                case 1 -> table.forget();
                default ->
                        write(
                                first + strand,
                                numbers[strand]++,
                                DAY.plusDays(random.nextInt(3) - 1),
                                random.nextInt(3));
            }
            if (step % 10 == 0) {
                assertThat(takings(first)).isEqualTo(journal(first));
            }
        }
        assertThat(takings(first)).isEqualTo(journal(first));
        table.fold();
        assertThat(takings(first)).isEqualTo(journal(first));
        assertThat(folded(first)).isEqualTo(numbers[0] + numbers[1] + numbers[2] - STRANDS);
        assertThat(table.fold()).isZero();
    }

    @Test
    void a_day_whose_marking_was_rolled_back_is_marked_by_the_next_tray() {
        database.transactions()
                .executeWithoutResult(tray -> {
                    writeInTransaction(50, 1, DAY, 7);
                    tray.setRollbackOnly();
                });
        assertThat(takings(50)).isEmpty();
        write(50, 2, DAY, 7);
        assertThat(takings(50)).containsExactly("2026-03-31 7 50: 1 500");
        table.fold();
        assertThat(takings(50)).containsExactly("2026-03-31 7 50: 1 500");
    }

    @Test
    void what_is_not_committed_yet_is_neither_read_nor_passed_over() throws Exception {
        table.fold();
        write(60, 1, DAY, 7);
        var written = new CountDownLatch(1);
        var folded = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var tray =
                    other.submit(() ->
                            database.transactions()
                                    .executeWithoutResult(_ -> {
                                        writeInTransaction(60, 2, DAY, 7);
                                        written.countDown();
                                        await(folded);
                                    }));
            try {
                await(written);
                assertThat(table.fold()).isOne();
                assertThat(takings(60)).containsExactly("2026-03-31 7 60: 1 500");
            } finally {
                folded.countDown();
            }
            tray.get();
        }
        assertThat(takings(60)).containsExactly("2026-03-31 7 60: 2 1000");
        assertThat(table.fold()).isOne();
        assertThat(takings(60)).containsExactly("2026-03-31 7 60: 2 1000");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

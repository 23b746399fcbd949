package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.money_batch_person`: who is meant by a batch, with what, and what became of it.
@Repository
class BatchLineTable {
    /// How many lines one statement writes.
    private static final int AT_ONCE = 5_000;

    static final String COLUMNS =
            """
            select p.person, p.row, p.cash, p.subsidy, p.subsidy_mode, p.subsidy_until, p.remark,
                   p.version, p.first_number, p.cleared, p.until_before, p.booked_at
              from cards.money_batch_person p
            """;

    /// Numbers the chunks by the order of the people, which is the order of the locks.
    private static final String CUT =
            """
            insert into cards.money_batch_person
                   (batch, chunk, person, row, cash, subsidy, subsidy_mode, subsidy_until, remark,
                    version)
            select :batch, (:from + l.place - 1) / :size, l.person, l.row, l.cash, l.subsidy,
                   l.mode, l.until, l.remark, l.version
              from unnest(:people, :rows, :cash, :subsidies, :modes,
                          cast(:untils as date[]), :remarks, :versions)
                   with ordinality
                   as l (person, row, cash, subsidy, mode, until, remark, version, place)
            """;

    /// Of the same person the later line is taken back first.
    private static final String CUT_UNDO =
            """
            insert into cards.money_batch_person
                   (batch, chunk, person, row, cash, subsidy, subsidy_mode, subsidy_until, remark)
            select :batch, (row_number() over (order by p.person, p.row desc) - 1) / :size, p.person,
                   p.row, p.cash, p.subsidy, p.subsidy_mode, p.subsidy_until, p.remark
              from cards.money_batch_person p
             where p.batch = :undoes and p.first_number is not null and not p.undone
            """;

    private static final String WAITING =
            COLUMNS
                    + """
                     where p.batch = :batch and p.chunk = :chunk and not p.done
                     order by p.person, p.row
                       for update
                    """;

    private static final String DONE =
            """
            update cards.money_batch_person as b
               set done = true, problem = r.problem, first_number = r.first_number,
                   last_number = r.last_number, booked_on = :day, cleared = r.cleared,
                   until_before = r.until_before,
                   booked_at = case when r.first_number is not null
                                    then cast(:at as timestamptz) end
              from unnest(:people, :rows, :problems, :first, :last, :cleared,
                          cast(:untils as date[]))
                   as r (person, row, problem, first_number, last_number, cleared, until_before)
             where b.batch = :batch and b.person = r.person and b.row = r.row
            """;

    private static final String UNDONE =
            """
            update cards.money_batch_person as b
               set undone = true
              from unnest(:people, :rows) as r (person, row)
             where b.batch = :batch and b.person = r.person and b.row = r.row
            """;

    private static final String COUNT =
            """
            select count(*) as people, count(*) filter (where done) as done,
                   count(*) filter (where done and problem is null) as booked,
                   count(*) filter (where problem is not null) as refused,
                   coalesce(sum(cash) filter (where done and problem is null), 0) as cash,
                   coalesce(sum(subsidy) filter (where done and problem is null), 0) as subsidy
              from cards.money_batch_person
             where batch = :batch
            """;

    private static final String REFUSED =
            """
            select person, problem
              from cards.money_batch_person
             where batch = :batch and problem is not null and person > :after
             order by person
             limit :limit
            """;

    private final JdbcClient jdbc;

    BatchLineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What became of a line.
    ///
    /// @param problem why nothing was booked; empty if it was
    /// @param first the journal number of the first entry, 0 if nothing was booked
    record Result(
            BatchLine line,
            Optional<String> problem,
            long first,
            long last,
            Money cleared,
            Optional<LocalDate> untilBefore) {
        static Result refused(BatchLine line, String problem) {
            return new Result(line, Optional.of(problem), 0, 0, Money.ZERO, Optional.empty());
        }
    }

    record Counts(int people, int done, int booked, int refused, Money cash, Money subsidy) {}

    record Refused(PersonId person, String problem) {}

    /// Writes down who is meant, in the order of the lines; returns in how many chunks.
    int cut(int batch, List<BatchLine> lines) {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            cut(batch, from, lines.subList(from, Math.min(lines.size(), from + AT_ONCE)));
        }
        return chunks(lines.size());
    }

    private void cut(int batch, int from, List<BatchLine> lines) {
        jdbc.sql(CUT)
                .param("batch", batch)
                .param("from", from)
                .param("size", MoneyBatch.CHUNK)
                .param("people", all(lines, line -> line.person().value(), Integer[]::new))
                .param("rows", all(lines, BatchLine::row, Integer[]::new))
                .param("cash", all(lines, line -> line.cash().cents(), Long[]::new))
                .param("subsidies", all(lines, line -> line.subsidy().cents(), Long[]::new))
                .param("modes", all(lines, line -> line.mode().name(), String[]::new))
                .param("untils", all(lines, line -> text(line.until()), String[]::new))
                .param("remarks", all(lines, BatchLine::remark, String[]::new))
                .param("versions", all(lines, line -> orNull(line.version()), Long[]::new))
                .update();
    }

    /// Writes down what of another batch is to be taken back; returns in how many chunks.
    int cutUndo(int batch, int undoes) {
        return chunks(
                jdbc.sql(CUT_UNDO)
                        .param("batch", batch)
                        .param("undoes", undoes)
                        .param("size", MoneyBatch.CHUNK)
                        .update());
    }

    private static int chunks(int lines) {
        return (lines + MoneyBatch.CHUNK - 1) / MoneyBatch.CHUNK;
    }

    /// Returns who of a chunk is still to be served, locked, in the order of the lines.
    List<BatchLine> waiting(int batch, int chunk) {
        return jdbc.sql(WAITING)
                .param("batch", batch)
                .param("chunk", chunk)
                .query(BatchLineTable::line)
                .list();
    }

    void done(int batch, LocalDate day, Instant at, List<Result> results) {
        jdbc.sql(DONE)
                .param("batch", batch)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("people", all(results, one -> one.line().person().value(), Integer[]::new))
                .param("rows", all(results, one -> one.line().row(), Integer[]::new))
                .param("problems", all(results, one -> orNull(one.problem()), String[]::new))
                .param("first", all(results, one -> number(one.first()), Long[]::new))
                .param("last", all(results, one -> number(one.last()), Long[]::new))
                .param("cleared", all(results, one -> one.cleared().cents(), Long[]::new))
                .param("untils", all(results, one -> text(one.untilBefore()), String[]::new))
                .update();
    }

    /// Marks lines as taken back.
    void undone(int batch, List<BatchLine> lines) {
        jdbc.sql(UNDONE)
                .param("batch", batch)
                .param("people", all(lines, line -> line.person().value(), Integer[]::new))
                .param("rows", all(lines, BatchLine::row, Integer[]::new))
                .update();
    }

    Counts count(int batch) {
        return jdbc.sql(COUNT)
                .param("batch", batch)
                .query((row, _) ->
                        new Counts(
                                row.getInt("people"),
                                row.getInt("done"),
                                row.getInt("booked"),
                                row.getInt("refused"),
                                Money.ofCents(row.getLong("cash")),
                                Money.ofCents(row.getLong("subsidy"))))
                .single();
    }

    List<Refused> refused(int batch, int after, int limit) {
        return jdbc.sql(REFUSED)
                .param("batch", batch)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Refused(new PersonId(row.getInt("person")), row.getString("problem")))
                .list();
    }

    private static <T, C> C[] all(
            List<T> rows, Function<T, @Nullable C> column, IntFunction<C[]> to) {
        return rows.stream().map(column).toArray(to);
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private static @Nullable Long number(long number) {
        return number == 0 ? null : number;
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static BatchLine line(ResultSet row, int ignored) throws SQLException {
        return new BatchLine(
                new PersonId(row.getInt("person")),
                row.getInt("row"),
                Money.ofCents(row.getLong("cash")),
                Money.ofCents(row.getLong("subsidy")),
                SubsidyMode.valueOf(row.getString("subsidy_mode")),
                day(row, "subsidy_until"),
                row.getString("remark"),
                Optional.ofNullable(row.getObject("version", Long.class)));
    }
}

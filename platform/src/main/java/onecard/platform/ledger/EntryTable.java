package onecard.platform.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onecard.platform.database.Columns;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `ledger.entry` and writes it through `ledger.post`. No other class names that table, but
/// for the checks of [BooksAudit], which only read it.
@Repository
class EntryTable {
    private static final String POST =
            "select ledger.post(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String STATEMENT =
            """
            with recursive chain as (
                select e.* from ledger.entry e
                 where e.booked_on = :bookedOn and e.number = :number and e.account = :account
                 union all
                select p.* from chain c
                  join ledger.entry p on p.booked_on = c.prev_on and p.number = c.prev_number)
            select number, booked_on, prev_on, prev_number, kind, at, booked_at, debit, credit,
                   cents, cash_after, subsidy_after, cause
              from chain
             limit :limit
            """;

    private static final String BETWEEN =
            """
            select e.number, e.booked_on, e.kind, e.debit, e.credit, e.cents, e.cause,
                   e.cash_after, e.subsidy_after, e.held_cash_after, e.held_subsidy_after
              from ledger.entry e
             where e.booked_on = :bookedOn and e.number between :first and :last
             order by e.number
            """;

    /// How `ledger.post` says that an account is not as it is remembered.
    private static final String OUTDATED = "40001";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    EntryTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Writes the lines, moves the balances and writes the notes; one statement.
    ///
    /// @throws Outdated if an account is not as it is remembered
    void post(Tray tray, PostingSheet sheet, Touched touched) {
        ConnectionCallback<Boolean> work =
                connection -> {
                    try (PreparedStatement post = connection.prepareStatement(POST)) {
                        bind(post, tray, sheet);
                        bind(post, touched);
                        return post.execute();
                    } catch (SQLException e) {
                        if (OUTDATED.equals(e.getSQLState())) {
                            throw new Outdated(e);
                        }
                        throw e;
                    }
                };
        template.execute(work);
    }

    private static void bind(PreparedStatement post, Tray tray, PostingSheet sheet)
            throws SQLException {
        post.setObject(1, tray.bookedOn());
        post.setObject(2, OffsetDateTime.ofInstant(tray.bookedAt(), ZoneOffset.UTC));
        new Columns<>(post, 2, sheet.lines())
                .longs(line -> line.number().value())
                .longs(line -> line.transfer().from().number())
                .longs(line -> line.transfer().to().number())
                .longs(line -> line.transfer().amount().cents())
                .longs(line -> line.transfer().cause())
                .micros(line -> line.transfer().at())
                .shorts(line -> line.transfer().kind().code())
                .shorts(line -> line.transfer().overdraft().code())
                .optionalInts(line -> after(line, b -> b.account().value()))
                .optionalInts(line -> after(line, Balances::version))
                .optionalLongs(line -> after(line, b -> b.cash().cents()))
                .optionalLongs(line -> after(line, b -> b.subsidy().cents()))
                .optionalLongs(line -> held(line, b -> b.heldCash().cents()))
                .optionalLongs(line -> held(line, b -> b.heldSubsidy().cents()))
                .optionalDays(line -> line.previous().map(EntryPlace::bookedOn))
                .optionalLongs(line -> line.previous().map(p -> p.number().value()));
    }

    private static void bind(PreparedStatement post, Touched touched) throws SQLException {
        new Columns<>(post, 18, touched.accounts()).ints(AccountId::value).bytes(touched::note);
        new Columns<>(post, 20, touched.believed()).ints(Balances::version).ints(Balances::facts);
    }

    private static <T> Optional<T> after(PostingSheet.Line line, Function<Balances, T> of) {
        return Optional.ofNullable(line.after()).map(of);
    }

    private static <T> Optional<T> held(PostingSheet.Line line, Function<Balances, T> of) {
        return line.touchesHeld() ? after(line, of) : Optional.empty();
    }

    /// Follows the chain of an account; an entry of another account begins no chain.
    List<StatementLine> statement(AccountId account, EntryPlace from, int limit) {
        return jdbc.sql(STATEMENT)
                .param("account", account.value())
                .param("bookedOn", from.bookedOn())
                .param("number", from.number().value())
                .param("limit", limit)
                .query(EntryTable::line)
                .list();
    }

    /// Reads what lies between two places of one tray.
    List<BookedEntry> between(LocalDate bookedOn, JournalNumber first, JournalNumber last) {
        return jdbc.sql(BETWEEN)
                .param("bookedOn", bookedOn)
                .param("first", first.value())
                .param("last", last.value())
                .query(EntryTable::entry)
                .list();
    }

    private static BookedEntry entry(ResultSet row, int ignored) throws SQLException {
        var cash = money(row, "cash_after");
        var subsidy = money(row, "subsidy_after");
        var heldCash = money(row, "held_cash_after");
        var heldSubsidy = money(row, "held_subsidy_after");
        return new BookedEntry(
                new EntryPlace(
                        row.getObject("booked_on", LocalDate.class),
                        new JournalNumber(row.getLong("number"))),
                EntryKind.ofCode(row.getInt("kind")),
                Side.ofNumber(row.getLong("debit")),
                Side.ofNumber(row.getLong("credit")),
                Money.ofCents(row.getLong("cents")),
                row.getLong("cause"),
                cash.flatMap(left ->
                        subsidy.map(rest ->
                                new BookedEntry.PursesAfter(left, rest, heldCash, heldSubsidy))));
    }

    private static Optional<Money> money(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Money::ofCents);
    }

    private static StatementLine line(ResultSet row, int ignored) throws SQLException {
        Side debit = Side.ofNumber(row.getLong("debit"));
        Side credit = Side.ofNumber(row.getLong("credit"));
        Money amount = Money.ofCents(row.getLong("cents"));
        boolean in = credit instanceof Side.PurseOf;
        Purse purse = (in ? credit : debit) instanceof Side.PurseOf(_, var p) ? p : Purse.CASH;
        return new StatementLine(
                new EntryPlace(
                        row.getObject("booked_on", LocalDate.class),
                        new JournalNumber(row.getLong("number"))),
                previous(row),
                EntryKind.ofCode(row.getInt("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                purse,
                in ? amount : amount.negated(),
                in ? debit : credit,
                Money.ofCents(row.getLong("cash_after")),
                Money.ofCents(row.getLong("subsidy_after")),
                row.getLong("cause"));
    }

    private static Optional<EntryPlace> previous(ResultSet row) throws SQLException {
        @Nullable LocalDate day = row.getObject("prev_on", LocalDate.class);
        long number = row.getLong("prev_number");
        return day == null
                ? Optional.empty()
                : Optional.of(new EntryPlace(day, new JournalNumber(number)));
    }
}

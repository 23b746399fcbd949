package onecard.platform.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.people.PersonId;
import onecard.platform.rules.Occasion;
import onecard.platform.rules.PastEntry;
import onecard.platform.rules.PastPurchases;
import onecard.platform.system.Settings;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks through `purchases.purchase`, account by account, for what a replay of the past needs. It
/// reads a snapshot and locks nothing.
@Repository
class PastTable implements PastPurchases {
    private static final int ROWS_AT_ONCE = 5_000;

    /// Refusals that a replay decides again are those of the rules and of the balance; of the
    /// others the rules were never asked.
    private static final String WHICH =
            """
              from purchases.purchase p
             where p.booked_on >= ?
               and p.booked_on <= cast(? as date) + 1
               and p.account is not null
               and (p.result = 0 and (p.kind > 1 or p.business_day >= ?)
                    or p.kind = 1 and p.business_day >= ? and p.result between 16 and 20)
            """;

    private static final String COUNT = "select count(*)" + WHICH;

    private static final String ALL =
            """
            select p.account, p.number, p.kind, p.person_group, p.merchant, p.terminal,
                   (p.at at time zone ?) as local_at, p.business_day, p.meal, p.mode, p.keyed,
                   p.result, p.gross, p.net, p.cash_after + p.cash as cash_before,
                   p.subsidy_after + p.subsidy as subsidy_before,
                   coalesce(p.undoes,
                            case when p.kind = 4
                                 then (select c.purchase from purchases.correction c
                                        where c.number = p.number) end) as undoes
            """
                    + WHICH
                    + """
                     order by p.account, p.booked_at, p.number
                    """;

    private final JdbcTemplate jdbc;
    private final Settings settings;
    private final TransactionTemplate snapshot;

    PastTable(JdbcTemplate jdbc, Settings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
    }

    @Override
    public long count(Range range) {
        Long found =
                jdbc.queryForObject(
                        COUNT, Long.class, range.since(), range.to(), range.since(), range.from());
        return found == null ? 0 : found;
    }

    @Override
    public void forEach(Range range, Consumer<PastEntry> reader) {
        ZoneId zone = settings.current().zone();
        snapshot.executeWithoutResult(_ ->
                jdbc.query(
                        connection -> {
                            var statement = connection.prepareStatement(ALL);
                            statement.setFetchSize(ROWS_AT_ONCE);
                            statement.setString(1, zone.getId());
                            statement.setObject(2, range.since());
                            statement.setObject(3, range.to());
                            statement.setObject(4, range.since());
                            statement.setObject(5, range.from());
                            return statement;
                        },
                        row -> {
                            entry(row).ifPresent(reader);
                        }));
    }

    /// A void of a number under which nothing was charged changes nothing.
    private static Optional<PastEntry> entry(ResultSet row) throws SQLException {
        var person = new PersonId(row.getInt("account"));
        long undone = row.getLong("undoes");
        return switch (JournalRow.Kind.ofCode(row.getInt("kind"))) {
            case ONLINE -> Optional.of(asked(person, row));
            case RECORD, BACK_ENTRY ->
                    Optional.of(
                            new PastEntry.Booked(
                                    person,
                                    row.getLong("number"),
                                    occasion(row),
                                    money(row, "net")));
            case VOID ->
                    undone == 0
                            ? Optional.empty()
                            : Optional.of(new PastEntry.TakenBack(person, undone));
            case CORRECTION ->
                    undone == 0
                            ? Optional.empty()
                            : Optional.of(
                                    new PastEntry.Corrected(person, undone, money(row, "net")));
        };
    }

    private static PastEntry asked(PersonId person, ResultSet row) throws SQLException {
        int result = row.getInt("result");
        return new PastEntry.Asked(
                person,
                row.getLong("number"),
                occasion(row),
                Codes.mode(row.getInt("mode")),
                money(row, "keyed"),
                result == 0 ? Optional.empty() : Optional.of(Refusal.ofCode(result)),
                money(row, "gross"),
                money(row, "net"),
                money(row, "cash_before"),
                money(row, "subsidy_before"));
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        Integer group = row.getObject("person_group", Integer.class);
        Integer meal = row.getObject("meal", Integer.class);
        return new Occasion(
                Optional.ofNullable(group).map(GroupId::new),
                new MerchantId(row.getInt("merchant")),
                row.getInt("terminal"),
                row.getObject("local_at", LocalDateTime.class),
                row.getObject("business_day", LocalDate.class),
                Optional.ofNullable(meal).map(MealId::new));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofCents(row.getLong(column));
    }
}

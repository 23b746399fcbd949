package onecard.platform.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.database.Columns;
import onecard.platform.ledger.Ledger.Rows;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `ledger.account`. No other class names that table. Its balances change inside `ledger.post`
/// only.
@Repository
class AccountTable {
    private static final String OPEN = "select ledger.open_account(:ids)";

    private static final String LOCK =
            """
            select id, version, facts, cash, subsidy, held_cash, held_subsidy, subsidy_until,
                   last_on, last_number, note
              from ledger.lock(:ids)
            """;

    private static final String READ =
            """
            select id, version, facts, cash, subsidy, held_cash, held_subsidy, subsidy_until,
                   last_on, last_number
              from ledger.account
             where id = any (:ids)
            """;

    private static final String SUBSIDY_UNTIL =
            "select ledger.subsidy_until(a.id, :day) from unnest(:ids) a (id)";

    private static final String AFTER =
            """
            select id, version, facts, cash, subsidy, held_cash, held_subsidy, subsidy_until,
                   last_on, last_number, note
              from ledger.account
             where id > :after
             order by id
             limit :limit
            """;

    private static final String NOTES = "select id, note from ledger.account where id = any (:ids)";

    private static final String NOTE = "select ledger.note(?, ?)";

    private static final String FACTS_CHANGED = "select ledger.facts_changed(:ids)";

    private static final String EXPIRED =
            """
            select id
              from ledger.account
             where subsidy > 0 and subsidy_until < :day
             order by id
             limit :limit
            """;

    private static final String PURSE_TOTAL =
            """
            select coalesce(sum(cash + subsidy + held_cash + held_subsidy), 0), count(*)
              from ledger.account
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AccountTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void open(Collection<AccountId> accounts) {
        jdbc.sql(OPEN).param("ids", numbers(accounts)).query((_, _) -> true).list();
    }

    Rows lock(Collection<AccountId> accounts) {
        return rows(jdbc.sql(LOCK).param("ids", numbers(accounts)));
    }

    Rows after(int after, int limit) {
        return rows(jdbc.sql(AFTER).param("after", after).param("limit", limit));
    }

    private static Rows rows(JdbcClient.StatementSpec statement) {
        var balances = new HashMap<AccountId, Balances>();
        var notes = new HashMap<AccountId, byte[]>();
        statement.query(row -> {
            Balances one = row(row, 0);
            balances.put(one.account(), one);
            notes.put(one.account(), row.getBytes(11));
        });
        return new Rows(balances, notes);
    }

    Map<AccountId, byte[]> notes(Collection<AccountId> accounts) {
        var notes = new HashMap<AccountId, byte[]>();
        jdbc.sql(NOTES)
                .param("ids", numbers(accounts))
                .query(row -> {
                    notes.put(new AccountId(row.getInt("id")), row.getBytes("note"));
                });
        return notes;
    }

    /// Writes notes of accounts that are locked.
    void note(Map<AccountId, byte[]> notes) {
        List<Map.Entry<AccountId, byte[]>> all = List.copyOf(notes.entrySet());
        ConnectionCallback<Boolean> work =
                connection -> {
                    try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                        new Columns<>(note, 0, all)
                                .ints(one -> one.getKey().value())
                                .bytes(Map.Entry::getValue);
                        return note.execute();
                    }
                };
        template.execute(work);
    }

    List<Balances> read(Collection<AccountId> accounts) {
        return jdbc.sql(READ).param("ids", numbers(accounts)).query(AccountTable::row).list();
    }

    void subsidyUntil(Collection<AccountId> ids, Optional<LocalDate> day) {
        jdbc.sql(SUBSIDY_UNTIL)
                .param("ids", numbers(ids))
                .param("day", day.orElse(null), java.sql.Types.DATE)
                .query((_, _) -> true)
                .list();
    }

    void factsChanged(Collection<AccountId> accounts) {
        jdbc.sql(FACTS_CHANGED).param("ids", numbers(accounts)).query((_, _) -> true).list();
    }

    List<AccountId> expired(LocalDate day, int limit) {
        return jdbc.sql(EXPIRED)
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getInt(1)))
                .list();
    }

    /// Returns what all purses hold together, and how many accounts there are.
    Totals totals() {
        return jdbc.sql(PURSE_TOTAL)
                .query((row, _) -> new Totals(Money.ofCents(row.getLong(1)), row.getLong(2)))
                .single();
    }

    /// What all purses hold together.
    record Totals(Money purses, long accounts) {}

    private static Integer[] numbers(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).sorted().toArray(Integer[]::new);
    }

    /// By position, in the order of the columns of the statements above: looking for their names
    /// costs more than reading them.
    private static Balances row(ResultSet row, int ignored) throws SQLException {
        Optional<LocalDate> lastOn = Optional.ofNullable(row.getObject(9, LocalDate.class));
        long last = row.getLong(10);
        return new Balances(
                new AccountId(row.getInt(1)),
                row.getInt(2),
                row.getInt(3),
                Money.ofCents(row.getLong(4)),
                Money.ofCents(row.getLong(5)),
                Money.ofCents(row.getLong(6)),
                Money.ofCents(row.getLong(7)),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                lastOn.map(day -> new EntryPlace(day, new JournalNumber(last))));
    }
}

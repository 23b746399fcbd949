package onecard.platform.purchases;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.database.Columns;
import onecard.platform.ledger.AccountId;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `purchases.usage`. No other class names that table, but for the backfill of a new limit.
@Repository
class UsageTable {
    private static final String READ =
            """
            select account, last_at, before_last, counters
              from purchases.usage
             where account = any (?)
            """;

    /// An array of arrays must be a matrix in SQL, so the counters travel as one array and each row
    /// says which part of it is its own.
    private static final String WRITE =
            """
            insert into purchases.usage as u (account, last_at, before_last, counters)
            select account, last_at, before_last, (?::bigint[])[first:last]
              from unnest(?, ?, ?, ?, ?) as n(account, last_at, before_last, first, last)
            on conflict (account) do update
               set last_at = excluded.last_at,
                   before_last = excluded.before_last,
                   counters = excluded.counters
            """;

    private final JdbcTemplate jdbc;

    UsageTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<AccountId, Usages> read(Collection<AccountId> accounts) {
        int[] ids = accounts.stream().mapToInt(AccountId::value).toArray();
        var found = new HashMap<AccountId, Usages>();
        jdbc.query(
                READ,
                statement -> statement.setObject(1, ids),
                row -> {
                    found.put(new AccountId(row.getInt(1)), usages(row));
                });
        return found;
    }

    private static Usages usages(ResultSet row) throws SQLException {
        Array counters = row.getArray(4);
        return Usages.of(
                moment(row.getLong(2)), moment(row.getLong(3)), (Long[]) counters.getArray());
    }

    private static Optional<Instant> moment(long micros) {
        return micros == 0
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static long micros(Optional<Instant> moment) {
        return moment.map(at -> ChronoUnit.MICROS.between(Instant.EPOCH, at)).orElse(0L);
    }

    /// What one account used up, and where its counters lie in the array of all.
    private record Slice(AccountId account, Usages usages, int first, int last) {}

    void write(Map<AccountId, Usages> changed) {
        int first = 1;
        Slice[] slices = new Slice[changed.size()];
        int i = 0;
        for (AccountId account : changed.keySet().stream().sorted().toList()) {
            Usages usages = changed.getOrDefault(account, Usages.NOTHING);
            int length = usages.stored().length;
            slices[i] = new Slice(account, usages, first, first + length - 1);
            first += length;
            i++;
        }
        long[] all =
                Arrays.stream(slices)
                        .flatMapToLong(s -> Arrays.stream(s.usages().stored()))
                        .toArray();
        write(List.of(slices), all);
    }

    private void write(List<Slice> slices, long[] all) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                        write.setObject(1, all);
                        new Columns<>(write, 1, slices)
                                .ints(s -> s.account().value())
                                .longs(s -> micros(s.usages().last()))
                                .longs(s -> micros(s.usages().beforeLast()))
                                .ints(Slice::first)
                                .ints(Slice::last);
                        return write.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }
}

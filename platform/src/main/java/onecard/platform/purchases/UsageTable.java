package onecard.platform.purchases;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
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
    private static final String CHANGE =
            """
            update purchases.usage as u
               set last_at = n.last_at, before_last = n.before_last, counters = (?::bigint[])[n.first:n.last]
              from unnest(?, ?, ?, ?, ?) as n(account, last_at, before_last, first, last)
             where u.account = n.account
            """;

    private static final String ADD =
            """
            insert into purchases.usage (account, last_at, before_last, counters)
            select account, last_at, before_last, (?::bigint[])[first:last]
              from unnest(?, ?, ?, ?, ?) as n(account, last_at, before_last, first, last)
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

    /// Writes what accounts used up, under their locks.
    ///
    /// @param known those that [#read] found: their rows are changed, which costs half of asking
    ///   the database whether they are there; the others are added
    void write(Map<AccountId, Usages> changed, Set<AccountId> known) {
        var sorted = new TreeMap<>(changed);
        write(CHANGE, entries(sorted, known::contains));
        write(ADD, entries(sorted, account -> !known.contains(account)));
    }

    private static List<Map.Entry<AccountId, Usages>> entries(
            SortedMap<AccountId, Usages> changed, Predicate<AccountId> which) {
        return changed.entrySet().stream().filter(e -> which.test(e.getKey())).toList();
    }

    private void write(String sql, List<Map.Entry<AccountId, Usages>> changed) {
        if (changed.isEmpty()) {
            return;
        }
        int first = 1;
        var slices = new ArrayList<Slice>(changed.size());
        var all = LongStream.builder();
        for (Map.Entry<AccountId, Usages> one : changed) {
            long[] stored = one.getValue().stored();
            slices.add(new Slice(one.getKey(), one.getValue(), first, first + stored.length - 1));
            first += stored.length;
            for (long word : stored) {
                all.add(word);
            }
        }
        int written = write(sql, slices, all.build().toArray());
        if (written != slices.size()) {
            throw new IllegalStateException(
                    "Of the usages of %d accounts %d were written"
                            .formatted(slices.size(), written));
        }
    }

    private int write(String sql, List<Slice> slices, long[] all) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement write = connection.prepareStatement(sql)) {
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
        Integer written = jdbc.execute(work);
        return written == null ? 0 : written;
    }
}

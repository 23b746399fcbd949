package onecard.platform.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.system.MerchantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what is known of the terminals' days, for all terminals at once.
final class TillDays {
    /// How far back numbers are looked for where a terminal has not told of an earlier day.
    static final int NUMBERS_MAX = 100_000;

    /// How many gaps of one terminal are named.
    static final int STRETCHES_MAX = 20;

    private static final String TERMINALS =
            """
            select t.id, t.serial, t.machine_no, t.name, t.merchant, t.state = 'ACTIVE' as active,
                   t.last_heard_at, (t.registered_at at time zone :zone)::date <= :day as was_there,
                   d.told_at, d.sales, d.sum, d.last_seq,
                   n.told_at as report_at, n.unsent, n.oldest_at,
                   b.last_seq as before_seq, f.last_seq as next_seq
              from reporting.terminal t
              left join reporting.told_day d on d.terminal = t.id and d.day = :day
              left join lateral (select told_at, unsent, oldest_at
                                   from reporting.told_day
                                  where terminal = t.id
                                  order by day desc
                                  limit 1) n on true
              left join lateral (select last_seq
                                   from reporting.told_day
                                  where terminal = t.id and day < :day
                                  order by day desc
                                  limit 1) b on true
              left join lateral (select last_seq
                                   from reporting.told_day
                                  where terminal = t.id and day >= :day
                                  order by day
                                  limit 1) f on true
             where (cast(:scope as int[]) is null or t.merchant = any (:scope))
               and (cast(:merchant as int) is null or t.merchant = :merchant)
             order by t.machine_no nulls last, t.serial
            """;

    /// Per terminal: how many numbers of its range have no outcome, and the first stretches.
    private static final String MISSING =
            """
            select r.terminal, g.first, g.last, g.missing
              from unnest(cast(:terminals as int[]), cast(:froms as bigint[]), cast(:tos as bigint[]))
                       as r(terminal, from_seq, to_seq)
             cross join lateral (
                   select before + 1 as first, seq - 1 as last,
                          (sum(seq - before - 1) over ())::bigint as missing
                     from (select seq, lag(seq, 1, r.from_seq) over (order by seq) as before
                             from (select u.seq
                                     from reporting.used_number u
                                    where u.terminal = r.terminal and u.seq > r.from_seq
                                      and u.seq <= r.to_seq
                                    union all
                                   select r.to_seq + 1) as known (seq)) as steps
                    where seq > before + 1
                    order by first
                    limit :stretches) g
             order by r.terminal, g.first
            """;

    private TillDays() {}

    /// What is asked for.
    ///
    /// @param scope whose terminals the operator sees
    /// @param merchant those of one merchant
    record Asked(LocalDate day, ZoneId zone, MerchantScope scope, Optional<Integer> merchant) {}

    /// A terminal and its day.
    ///
    /// @param lastSeq the last number it drew, as it told or as the books have it
    record Row(
            int id,
            String serial,
            Optional<Integer> machineNo,
            String name,
            int merchant,
            long lastSeq,
            TillDay day) {}

    /// Numbers of a terminal that have no outcome.
    private record Numbers(long missing, List<Lack.Stretch> stretches) {
        static final Numbers NONE = new Numbers(0, List.of());
    }

    /// What the register and the terminal itself say.
    private record Found(
            int id,
            String serial,
            Optional<Integer> machineNo,
            String name,
            int merchant,
            boolean active,
            boolean wasThere,
            boolean wasHeard,
            Optional<TillDay.Told> told,
            Optional<TillDay.Report> report,
            Optional<Long> seqBefore,
            Optional<Long> seqTold) {
        boolean isOf(SoldRows.Sold sold) {
            return wasThere || !sold.tallies().isNothing();
        }

        Row row(SoldRows.Sold sold, Numbers numbers) {
            return new Row(
                    id,
                    serial,
                    machineNo,
                    name,
                    merchant,
                    Math.max(told.map(TillDay.Told::lastSeq).orElse(0L), sold.lastSeq()),
                    new TillDay(
                            active,
                            wasHeard,
                            told,
                            report,
                            numbers.missing(),
                            numbers.stretches(),
                            sold.tallies()));
        }
    }

    static List<Row> read(JdbcClient jdbc, Asked asked) {
        Map<Integer, SoldRows.Sold> sold = SoldRows.read(jdbc, asked);
        List<Found> found =
                terminals(jdbc, asked).stream()
                        .filter(each -> each.isOf(sold.getOrDefault(each.id(), SoldRows.NOTHING)))
                        .toList();
        Map<Integer, Numbers> numbers = numbers(jdbc, found, sold);
        return found.stream()
                .map(each ->
                        each.row(
                                sold.getOrDefault(each.id(), SoldRows.NOTHING),
                                numbers.getOrDefault(each.id(), Numbers.NONE)))
                .toList();
    }

    private static List<Found> terminals(JdbcClient jdbc, Asked asked) {
        return jdbc.sql(TERMINALS)
                .param("day", asked.day())
                .param("zone", asked.zone().getId())
                .param("scope", asked.scope().forSql())
                .param("merchant", asked.merchant().orElse(null))
                .query((row, _) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        int machineNo = row.getInt("machine_no");
        boolean hasMachineNo = !row.wasNull();
        Optional<Instant> toldAt = moment(row, "told_at");
        Optional<Instant> reportAt = moment(row, "report_at");
        return new Found(
                row.getInt("id"),
                row.getString("serial"),
                hasMachineNo ? Optional.of(machineNo) : Optional.empty(),
                row.getString("name"),
                row.getInt("merchant"),
                row.getBoolean("active"),
                row.getBoolean("was_there"),
                moment(row, "last_heard_at").isPresent(),
                toldAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new TillDay.Told(
                                        toldAt.get(),
                                        row.getLong("last_seq"),
                                        new Tally(row.getLong("sales"), row.getLong("sum")))),
                reportAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new TillDay.Report(
                                        reportAt.get(),
                                        row.getInt("unsent"),
                                        moment(row, "oldest_at"))),
                number(row, "before_seq"),
                number(row, "next_seq"));
    }

    private static Map<Integer, Numbers> numbers(
            JdbcClient jdbc, List<Found> found, Map<Integer, SoldRows.Sold> sold) {
        var terminals = new ArrayList<Integer>();
        var froms = new ArrayList<Long>();
        var tos = new ArrayList<Long>();
        for (Found each : found) {
            long to =
                    each.seqTold().orElse(sold.getOrDefault(each.id(), SoldRows.NOTHING).lastSeq());
            long from = Math.max(each.seqBefore().orElse(0L), to - NUMBERS_MAX);
            if (from < to) {
                terminals.add(each.id());
                froms.add(from);
                tos.add(to);
            }
        }
        var missing = new HashMap<Integer, Numbers>();
        jdbc.sql(MISSING)
                .param("terminals", terminals.toArray(Integer[]::new))
                .param("froms", froms.toArray(Long[]::new))
                .param("tos", tos.toArray(Long[]::new))
                .param("stretches", STRETCHES_MAX)
                .query(row -> {
                    var stretches =
                            List.of(new Lack.Stretch(row.getLong("first"), row.getLong("last")));
                    missing.merge(
                            row.getInt("terminal"),
                            new Numbers(row.getLong("missing"), stretches),
                            (one, next) ->
                                    new Numbers(
                                            one.missing(),
                                            Stream.concat(
                                                            one.stretches().stream(),
                                                            next.stretches().stream())
                                                    .toList()));
                });
        return missing;
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}

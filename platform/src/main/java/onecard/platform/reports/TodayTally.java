package onecard.platform.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onecard.platform.reports.Today.HourTakings;
import onecard.platform.reports.Today.RefusalCount;
import onecard.platform.system.MerchantScope;
import onecard.vocabulary.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the roll-up of takings does not tell of a day: hours and reasons of refusals. It is counted
/// from the journal as the journal grows, so that looking again costs what came since. Not for two
/// threads.
final class TodayTally {
    private static final String HEADS = "select strand, tray from reporting.strand order by strand";

    /// The journal of a business day is booked on that day or, after midnight, on the next; what
    /// arrives later still is not today's any more. A void counts in the hour of its purchase.
    private static final String GROWN =
            """
            select p.merchant, p.result,
                   extract(hour from coalesce(o.at, p.at) at time zone :zone)::int as hour,
                   sum(case when p.kind = 4 then 0 when p.kind <> 3 then 1 when p.undoes is null then 0 else -1 end)
                       as count,
                   sum(p.net) as net
              from unnest(:first, :below) as s(first, below)
              join reporting.purchase p
                on p.booked_on between :day and cast(:day as date) + 1
               and p.number >= s.first and p.number < s.below
               and p.business_day = :day
              left join reporting.purchase o
                on o.booked_on = p.undoes_on and o.number = p.undoes
             group by 1, 2, 3
            """;

    private record Kind(int merchant, int result, int hour) {}

    private record Grown(Kind what, long count, long net) {}

    private record Count(long count, long net) {
        Count plus(Grown grown) {
            return new Count(Math.addExact(count, grown.count()), Math.addExact(net, grown.net()));
        }
    }

    private Optional<LocalDate> day = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private final Map<Integer, Long> trays = new TreeMap<>();
    private final Map<Kind, Count> counts = new HashMap<>();

    /// What an operator sees of it.
    record Seen(List<HourTakings> hourly, List<RefusalCount> refusals) {}

    /// Counts what came since, as of the caller's snapshot.
    Seen read(JdbcClient jdbc, LocalDate today, ZoneId site, MerchantScope scope) {
        Map<Integer, Long> heads = heads(jdbc);
        if (!day.equals(Optional.of(today))
                || !zone.equals(Optional.of(site))
                || trays.entrySet().stream().anyMatch(e -> isBehind(heads, e))) {
            counts.clear();
            trays.clear();
            day = Optional.of(today);
            zone = Optional.of(site);
        }
        grown(jdbc, today, site, heads)
                .forEach(grown ->
                        counts.put(
                                grown.what(),
                                counts.getOrDefault(grown.what(), new Count(0, 0)).plus(grown)));
        trays.putAll(heads);
        return seen(scope);
    }

    /// A journal that became shorter, because a copy was restored, is counted anew.
    private static boolean isBehind(Map<Integer, Long> heads, Map.Entry<Integer, Long> counted) {
        return heads.getOrDefault(counted.getKey(), 0L) < counted.getValue();
    }

    private static Map<Integer, Long> heads(JdbcClient jdbc) {
        var heads = new TreeMap<Integer, Long>();
        jdbc.sql(HEADS)
                .query(row -> {
                    heads.put(row.getInt(1), row.getLong(2));
                });
        return heads;
    }

    private List<Grown> grown(
            JdbcClient jdbc, LocalDate today, ZoneId site, Map<Integer, Long> heads) {
        List<Map.Entry<Integer, Long>> ahead =
                heads.entrySet().stream()
                        .filter(head -> head.getValue() > trays.getOrDefault(head.getKey(), 0L))
                        .toList();
        if (ahead.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(GROWN)
                .param(
                        "first",
                        ahead.stream()
                                .map(head ->
                                        firstOn(
                                                head.getKey(),
                                                trays.getOrDefault(head.getKey(), 0L) + 1))
                                .toArray(Long[]::new))
                .param(
                        "below",
                        ahead.stream()
                                .map(head -> firstOn(head.getKey(), head.getValue() + 1))
                                .toArray(Long[]::new))
                .param("day", today)
                .param("zone", site.getId())
                .query(TodayTally::row)
                .list();
    }

    /// Strand, tray and place are the bits of a journal number.
    private static long firstOn(int strand, long tray) {
        return ((long) strand << 52) | (tray << 14);
    }

    private static Grown row(ResultSet row, int ignored) throws SQLException {
        return new Grown(
                new Kind(row.getInt("merchant"), row.getInt("result"), row.getInt("hour")),
                row.getLong("count"),
                row.getLong("net"));
    }

    private Seen seen(MerchantScope scope) {
        var hours = new TreeMap<Integer, HourTakings>();
        var refusals = new TreeMap<Refusal, Long>();
        counts.forEach((what, count) -> {
            if (!scope.covers(what.merchant())) {
                return;
            }
            if (what.result() == 0) {
                hours.merge(
                        what.hour(),
                        new HourTakings(what.hour(), count.count(), count.net()),
                        TodayTally::sum);
            } else {
                refusals.merge(Refusal.ofCode(what.result()), count.count(), Math::addExact);
            }
        });
        return new Seen(
                hours.values().stream()
                        .filter(hour -> hour.count() != 0 || hour.netCents() != 0)
                        .toList(),
                refusals.entrySet().stream()
                        .map(each -> new RefusalCount(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparingLong(RefusalCount::count).reversed())
                        .toList());
    }

    private static HourTakings sum(HourTakings a, HourTakings b) {
        return new HourTakings(
                a.hour(),
                Math.addExact(a.count(), b.count()),
                Math.addExact(a.netCents(), b.netCents()));
    }
}

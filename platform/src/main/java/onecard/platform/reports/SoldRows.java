package onecard.platform.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what is on the books of each terminal and one day, for all terminals at once.
final class SoldRows {
    static final Sold NOTHING = new Sold(TillDay.Sold.NOTHING, 0);

    /// Where the journal has rows of the day and of those beside it; only there it is read.
    private static final String BOOKED_ON =
            """
            select distinct booked_on
              from reporting.takings
             where business_day between cast(:day as date) - 1 and cast(:day as date) + 1
            """;

    /// Purchases and voids are told apart by the terminal's own clock, and by the business day.
    private static final String SOLD =
            """
            with told as (
                select terminal, own_day, told_at, last_seq
                  from reporting.told_day
                 where day = :day),
            rows as (
                select p.terminal, p.number, p.seq, p.kind, p.net, p.at, p.business_day, p.undoes, p.voided,
                       (coalesce(p.terminal_at, p.at) at time zone :zone)::date as own_day
                  from reporting.purchase p
                 where p.booked_on in (:booked) and p.result = 0),
            sold as (
                select r.*, v.at as voided_at, r.kind in (1, 2) as is_sale, r.business_day = :day as is_business,
                       r.own_day = coalesce(t.own_day, :day) as is_own, t.told_at,
                       coalesce(r.seq <= t.last_seq, true) as was_told
                  from rows r
                  left join told t on t.terminal = r.terminal
                  left join rows v on v.kind = 3 and v.undoes = r.number)
            select terminal,
                   count(*) filter (where is_sale and is_own and not voided) as own_count,
                   coalesce(sum(net) filter (where is_sale and is_own and not voided), 0) as own_cents,
                   count(*) filter (where is_sale and is_own and not voided and not was_told) as since_count,
                   coalesce(sum(net) filter (where is_sale and is_own and not voided and not was_told), 0)
                       as since_cents,
                   count(*) filter (where is_sale and is_own and was_told and voided_at > told_at) as voided_count,
                   coalesce(sum(net) filter (where is_sale and is_own and was_told and voided_at > told_at), 0)
                       as voided_cents,
                   count(*) filter (where is_sale and is_business)
                       - count(*) filter (where kind = 3 and undoes is not null and is_business) as business_count,
                   coalesce(sum(net) filter (where kind in (1, 2, 3) and is_business), 0) as business_cents,
                   count(*) filter (where kind = 4 and is_business) as corrections,
                   coalesce(sum(net) filter (where kind = 4 and is_business), 0) as correction_cents,
                   count(*) filter (where kind = 5 and is_business) as back_count,
                   coalesce(sum(net) filter (where kind = 5 and is_business), 0) as back_cents,
                   max(at) filter (where is_sale and (is_own or is_business)) as last_sale,
                   coalesce(max(seq) filter (where is_sale and (is_own or is_business)), 0) as last_seq
              from sold
             group by terminal
            """;

    /// A number may be in dispute although another purchase has it.
    private static final String DISPUTED =
            """
            with told as (
                select terminal, own_day, last_seq
                  from reporting.told_day
                 where day = :day),
            disputed as (
                select distinct on (f.terminal, f.seq) f.terminal, f.seq, f.amount
                  from reporting.follow_up f
                  join told t on t.terminal = f.terminal
                 where f.fate = 'DISPUTED' and f.seq <= t.last_seq
                   and (f.terminal_at at time zone :zone)::date = t.own_day
                 order by f.terminal, f.seq, f.id desc)
            select d.terminal, count(p.number) - count(*) as count,
                   (coalesce(sum(p.net), 0) - sum(d.amount))::bigint as cents
              from disputed d
              left join reporting.purchase p
                on p.terminal = d.terminal and p.seq = d.seq and p.booked_on in (:booked)
               and p.kind in (1, 2) and p.result = 0 and not p.voided
             group by d.terminal
            """;

    private static final String TAKINGS =
            """
            select terminal, sum(count)::bigint as count, sum(net)::bigint as cents
              from reporting.takings
             where business_day = :day
             group by terminal
            """;

    private SoldRows() {}

    /// @param lastSeq the highest number of a purchase of the day, 0 for none
    record Sold(TillDay.Sold tallies, long lastSeq) {}

    static Map<Integer, Sold> read(JdbcClient jdbc, TillDays.Asked asked) {
        List<LocalDate> booked =
                jdbc.sql(BOOKED_ON)
                        .param("day", asked.day())
                        .query((row, _) -> row.getObject("booked_on", LocalDate.class))
                        .list();
        if (booked.isEmpty()) {
            booked = List.of(asked.day());
        }
        Map<Integer, Tally> disputed =
                tallies(about(jdbc.sql(DISPUTED), asked).param("booked", booked));
        Map<Integer, Tally> takings = tallies(jdbc.sql(TAKINGS).param("day", asked.day()));
        var sold = new HashMap<Integer, Sold>();
        about(jdbc.sql(SOLD), asked)
                .param("booked", booked)
                .query(row -> {
                    int terminal = row.getInt("terminal");
                    sold.put(
                            terminal,
                            sold(
                                    row,
                                    disputed.getOrDefault(terminal, Tally.NOTHING),
                                    takings.getOrDefault(terminal, Tally.NOTHING)));
                });
        disputed.forEach((terminal, tally) ->
                sold.computeIfAbsent(
                        terminal, _ -> new Sold(TillDay.Sold.NOTHING.disputed(tally), 0)));
        return sold;
    }

    private static JdbcClient.StatementSpec about(
            JdbcClient.StatementSpec statement, TillDays.Asked asked) {
        return statement.param("day", asked.day()).param("zone", asked.zone().getId());
    }

    private static Map<Integer, Tally> tallies(JdbcClient.StatementSpec statement) {
        var tallies = new HashMap<Integer, Tally>();
        statement.query(row -> {
            tallies.put(row.getInt("terminal"), tally(row, "count", "cents"));
        });
        return tallies;
    }

    private static Sold sold(ResultSet row, Tally disputed, Tally takings) throws SQLException {
        Optional<Instant> lastSale = TillDays.moment(row, "last_sale");
        return new Sold(
                new TillDay.Sold(
                        tally(row, "own_count", "own_cents"),
                        tally(row, "since_count", "since_cents"),
                        tally(row, "voided_count", "voided_cents"),
                        disputed,
                        tally(row, "business_count", "business_cents"),
                        tally(row, "corrections", "correction_cents").withoutCount(),
                        tally(row, "back_count", "back_cents"),
                        takings,
                        lastSale),
                row.getLong("last_seq"));
    }

    private static Tally tally(ResultSet row, String count, String cents) throws SQLException {
        return new Tally(row.getLong(count), row.getLong(cents));
    }
}

package onecard.platform.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds up the journal piece by piece; reads `ledger.entry`, `ledger.account` and `ledger.strand`
/// and writes nothing. Each look is one statement, hence of one moment, and takes no lock that a
/// till could wait for.
@Repository
class RunningTotals {
    private static final String FROM_THE_FIRST =
            """
            select p.purses, t.house, t.entries, h.strands, h.trays, h.moments,
                   (select number
                      from ledger.entry
                     where booked_on = (select max(booked_on) from ledger.entry)
                     order by booked_at desc, number desc
                     limit 1) as newest,
                   null as bad_check, null::bigint as bad_number, null::int as bad_account,
                   null::int as bad_version
              from (select coalesce(sum(cash + subsidy + held_cash + held_subsidy), 0) as purses
                      from ledger.account) p,
                   (select coalesce(sum(case when credit < 0 then cents else 0 end
                                        - case when debit < 0 then cents else 0 end), 0) as house,
                           count(*) as entries
                      from ledger.entry) t,
                   (select array_agg(strand::int) as strands, array_agg(tray) as trays,
                           array_agg(extract(epoch from booked_at) * 1000000) as moments
                      from ledger.strand
                     where booked_at is not null) h
            """;

    /// The days are those of UTC and one more on either side: a booking day is a day of the site,
    /// which this room does not know.
    private static final String SINCE =
            """
            with head as (
                select h.strand, h.tray, h.booked_at,
                       (h.strand::bigint << 52) | ((coalesce(b.tray, 0) + 1) << 14) as first,
                       (h.strand::bigint << 52) | ((h.tray + 1) << 14) as beyond,
                       coalesce(date '1970-01-01' + b.day, date '1970-01-01' + :firstDay) - 1
                           as from_day,
                       (h.booked_at at time zone 'UTC')::date + 1 as to_day
                  from ledger.strand h
                  left join unnest(:strands, :trays, :days) as b(strand, tray, day)
                         on b.strand = h.strand
                 where h.booked_at is not null),
            fresh as materialized (
                select e.*
                  from head h
                 cross join lateral generate_series(h.from_day, h.to_day, interval '1 day') d(day)
                 cross join lateral (
                       select number, booked_on, booked_at, debit, credit, cents, account, version,
                              cash_after, subsidy_after, prev_on, prev_number,
                              case account::bigint * 8 when credit then cents when debit then -cents
                                   else 0 end as cash,
                              case account::bigint * 8 + 1 when credit then cents
                                   when debit then -cents else 0 end as subsidy
                         from ledger.entry
                        where booked_on = d.day::date and number >= h.first and number < h.beyond) e
                 where h.first < h.beyond),
            bad as (
                select 'chain-without-gap' as bad_check, f.booked_at, f.number, f.account, f.version
                  from fresh f
                  left join ledger.entry p
                         on p.booked_on = f.prev_on and p.number = f.prev_number
                        and p.account = f.account
                 where f.account is not null
                   and (f.version <> coalesce(p.version, 0) + 1
                        or f.cash_after <> coalesce(p.cash_after, 0) + f.cash
                        or f.subsidy_after <> coalesce(p.subsidy_after, 0) + f.subsidy)
                 union all
                select 'purse-equals-entries', f.booked_at, f.number, f.account, f.version
                  from (select distinct on (account) *
                          from fresh
                         where account is not null
                         order by account, version desc) f
                  left join ledger.account a on a.id = f.account
                 where (a.version, a.cash, a.subsidy, a.last_number)
                       is distinct from (f.version, f.cash_after, f.subsidy_after, f.number)
                 order by 2, 3
                 limit 1)
            select p.purses, t.house, t.entries, h.strands, h.trays, h.moments,
                   (select number from fresh order by booked_at desc, number desc limit 1) as newest,
                   bad.bad_check, bad.number as bad_number, bad.account as bad_account,
                   bad.version as bad_version
              from (select coalesce(sum(cash + subsidy + held_cash + held_subsidy), 0) as purses
                      from ledger.account) p
             cross join (select coalesce(sum(case when credit < 0 then cents else 0 end
                                        - case when debit < 0 then cents else 0 end), 0) as house,
                           count(*) as entries
                      from fresh) t
             cross join (select array_agg(strand::int) as strands, array_agg(tray) as trays,
                           array_agg(extract(epoch from booked_at) * 1000000) as moments
                      from head) h
              left join bad on true
            """;

    private static final String HEADS =
            """
            select strand, tray, extract(epoch from booked_at) * 1000000 as moment
              from ledger.strand
             where booked_at is not null
             order by strand
            """;

    private final JdbcClient jdbc;

    RunningTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StrandHead> heads() {
        return jdbc.sql(HEADS)
                .query((row, _) -> new StrandHead(row.getInt(1), row.getLong(2), moment(row, 3)))
                .list();
    }

    RunningTotal fromTheFirst() {
        return jdbc.sql(FROM_THE_FIRST).query(RunningTotals::total).single();
    }

    RunningTotal since(RunningTotal before) {
        List<StrandHead> ends = before.ends();
        RunningTotal added =
                jdbc.sql(SINCE)
                        .param(
                                "strands",
                                ends.stream().map(StrandHead::strand).toArray(Integer[]::new))
                        .param("trays", ends.stream().map(StrandHead::tray).toArray(Long[]::new))
                        .param(
                                "days",
                                ends.stream().map(RunningTotals::day).toArray(Integer[]::new))
                        .param(
                                "firstDay",
                                ends.stream().mapToInt(RunningTotals::day).min().orElse(0))
                        .query(RunningTotals::total)
                        .single();
        return new RunningTotal(
                added.ends(),
                added.newest().or(before::newest),
                Math.addExact(before.entries(), added.entries()),
                before.house().plus(added.house()),
                added.purses(),
                before.firstBad().or(added::firstBad));
    }

    private static Integer day(StrandHead end) {
        return Math.toIntExact(LocalDate.ofInstant(end.bookedAt(), ZoneOffset.UTC).toEpochDay());
    }

    private static RunningTotal total(ResultSet row, int ignored) throws SQLException {
        long newest = row.getLong("newest");
        boolean empty = row.wasNull();
        return new RunningTotal(
                ends(row),
                empty ? Optional.empty() : Optional.of(new JournalNumber(newest)),
                row.getLong("entries"),
                Money.ofCents(row.getLong("house")),
                Money.ofCents(row.getLong("purses")),
                bad(row));
    }

    private static List<StrandHead> ends(ResultSet row) throws SQLException {
        Array strands = row.getArray("strands");
        if (strands == null) {
            return List.of();
        }
        Integer[] numbers = (Integer[]) strands.getArray();
        Long[] trays = (Long[]) row.getArray("trays").getArray();
        Number[] moments = (Number[]) row.getArray("moments").getArray();
        var ends = new ArrayList<StrandHead>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            ends.add(new StrandHead(numbers[i], trays[i], ofMicros(moments[i].longValue())));
        }
        return ends;
    }

    private static Optional<BooksReport.Check> bad(ResultSet row) throws SQLException {
        String check = row.getString("bad_check");
        if (check == null) {
            return Optional.empty();
        }
        String number = new JournalNumber(row.getLong("bad_number")).toString();
        int account = row.getInt("bad_account");
        int version = row.getInt("bad_version");
        return Optional.of(
                BooksReport.Check.found(
                        check,
                        "entry %s of account %s (its no. %s)".formatted(number, account, version),
                        Map.of("entry", number, "account", account, "version", version)));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return ofMicros(row.getLong(column));
    }

    private static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

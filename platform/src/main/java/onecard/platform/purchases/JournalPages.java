package onecard.platform.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.JournalNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads pieces of `purchases.purchase` for lists, newest first; writes nothing. The journal has no
/// index by time: it is read backwards along its primary key, strand by strand, and the roll-up
/// says on which days and strands there is anything to find.
@Repository
class JournalPages {
    private static final String LATEST_DAY =
            """
            select max(booked_on)
              from purchases.takings
             where booked_on <= :until
               and (cast(:scope as int[]) is null or merchant = any (:scope))
               and (cast(:merchant as int) is null or merchant = :merchant)
               and (cast(:terminal as int) is null or terminal = :terminal)
               and (cast(:businessDay as date) is null or business_day = :businessDay)
               and (cast(:taken as boolean) is distinct from false or declined > 0)
            """;

    private static final String STRANDS =
            """
            select distinct strand
              from purchases.takings
             where booked_on = :day
               and (cast(:scope as int[]) is null or merchant = any (:scope))
               and (cast(:merchant as int) is null or merchant = :merchant)
               and (cast(:terminal as int) is null or terminal = :terminal)
               and (cast(:businessDay as date) is null or business_day = :businessDay)
               and (cast(:taken as boolean) is distinct from false or declined > 0)
            """;

    private static final String OF_DAY =
            """
            select p.*, v.purchase is not null as is_voided
              from unnest(:strands, :below) as s(strand, below)
             cross join lateral (
                   select *
                     from purchases.purchase
                    where booked_on = :day
                      and number >= s.strand::bigint << 52 and number < s.below
                      and booked_at <= :from
                      and (cast(:scope as int[]) is null or merchant = any (:scope))
                      and (cast(:merchant as int) is null or merchant = :merchant)
                      and (cast(:terminal as int) is null or terminal = :terminal)
                      and (cast(:businessDay as date) is null or business_day = :businessDay)
                      and (cast(:taken as boolean) is null or (result = 0) = :taken)
                    order by number desc
                    limit :limit) p
              left join purchases.voided v on v.purchase = p.number
             order by p.booked_at desc, p.number desc
             limit :limit
            """;

    private static final String OF_PERSON =
            """
            select p.*, v.purchase is not null as is_voided
              from (select *
                      from purchases.purchase
                     where account = :person
                       and booked_on <= :day and (booked_at, number) < (:from, :number)
                       and (cast(:scope as int[]) is null or merchant = any (:scope))
                       and (cast(:merchant as int) is null or merchant = :merchant)
                       and (cast(:terminal as int) is null or terminal = :terminal)
                       and (cast(:businessDay as date) is null or business_day = :businessDay)
                       and (cast(:taken as boolean) is null or (result = 0) = :taken)
                     order by booked_at desc, number desc
                     limit :limit) p
              left join purchases.voided v on v.purchase = p.number
             order by p.booked_at desc, p.number desc
            """;

    /// The same for refusals, so that the database can see that its index of refusals serves.
    private static final String REFUSED_OF_PERSON =
            """
            select p.*, false as is_voided
              from purchases.purchase p
             where account = :person and result <> 0
               and booked_on <= :day and (booked_at, number) < (:from, :number)
               and (cast(:scope as int[]) is null or merchant = any (:scope))
               and (cast(:merchant as int) is null or merchant = :merchant)
               and (cast(:terminal as int) is null or terminal = :terminal)
               and (cast(:businessDay as date) is null or business_day = :businessDay)
               and (cast(:taken as boolean) is null or not :taken)
             order by booked_at desc, number desc
             limit :limit
            """;

    private static final String SINCE =
            """
            select p.*, v.purchase is not null as is_voided
              from unnest(:strands, :from, :below) as s(strand, first, below)
             cross join lateral (
                   select *
                     from purchases.purchase
                    where booked_on between :firstDay and :lastDay
                      and number >= s.first and number < s.below
                    order by booked_at desc, number desc
                    limit :limit) p
              left join purchases.voided v on v.purchase = p.number
             order by p.booked_at desc, p.number desc
             limit :limit
            """;

    private static final String AT =
            """
            select p.*, v.purchase is not null as is_voided
              from unnest(:days, :numbers) as k(day, number)
              join purchases.purchase p
                on p.booked_on = date '1970-01-01' + k.day and p.number = k.number
              left join purchases.voided v on v.purchase = p.number
            """;

    private final JdbcClient jdbc;

    JournalPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Finds the latest day of booking, up to a day, on which something like this was booked.
    Optional<LocalDate> latestDay(LocalDate until, JournalFilter filter) {
        return filtered(LATEST_DAY, filter)
                .param("until", until)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /// Finds the strands on which something like this was booked that day.
    List<Integer> strands(LocalDate day, JournalFilter filter) {
        return filtered(STRANDS, filter).param("day", day).query((row, _) -> row.getInt(1)).list();
    }

    /// Reads from a cursor on, within its day.
    List<JournalLine> ofDay(
            JournalCursor cursor, Collection<Integer> strands, JournalFilter filter, int limit) {
        return filtered(OF_DAY, filter)
                .param("strands", strands.toArray(Integer[]::new))
                .param("below", strands.stream().map(cursor::below).toArray(Long[]::new))
                .param("day", cursor.day())
                .param("from", cursor.from().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(JournalPages::line)
                .list();
    }

    /// Reads what one person bought or was refused, before a row.
    ///
    /// @param number the number of that row
    List<JournalLine> ofPerson(
            int person, JournalCursor cursor, long number, JournalFilter filter, int limit) {
        boolean refused = filter.taken().filter(taken -> !taken).isPresent();
        return filtered(refused ? REFUSED_OF_PERSON : OF_PERSON, filter)
                .param("person", person)
                .param("day", cursor.day())
                .param("from", cursor.from().atOffset(ZoneOffset.UTC))
                .param("number", number)
                .param("limit", limit)
                .query(JournalPages::line)
                .list();
    }

    /// How far one strand is to be read.
    ///
    /// @param first the first number
    /// @param below the number after the last
    record Stretch(int strand, long first, long below) {}

    /// Reads the newest of these stretches, newest first.
    List<JournalLine> since(
            List<Stretch> stretches, LocalDate firstDay, LocalDate lastDay, int limit) {
        return jdbc.sql(SINCE)
                .param("strands", stretches.stream().map(Stretch::strand).toArray(Integer[]::new))
                .param("from", stretches.stream().map(Stretch::first).toArray(Long[]::new))
                .param("below", stretches.stream().map(Stretch::below).toArray(Long[]::new))
                .param("firstDay", firstDay)
                .param("lastDay", lastDay)
                .param("limit", limit)
                .query(JournalPages::line)
                .list();
    }

    /// Reads single rows by their places.
    Map<EntryPlace, JournalLine> at(Set<EntryPlace> places) {
        return jdbc
                .sql(AT)
                .param("days", places.stream().map(JournalPages::day).toArray(Integer[]::new))
                .param("numbers", places.stream().map(p -> p.number().value()).toArray(Long[]::new))
                .query(JournalPages::line)
                .stream()
                .collect(Collectors.toMap(JournalPages::place, Function.identity()));
    }

    private static EntryPlace place(JournalLine line) {
        return new EntryPlace(line.row().bookedOn(), new JournalNumber(line.row().number()));
    }

    private static Integer day(EntryPlace place) {
        return Math.toIntExact(place.bookedOn().toEpochDay());
    }

    private JdbcClient.StatementSpec filtered(String sql, JournalFilter filter) {
        return jdbc.sql(sql)
                .param("scope", filter.scope().forSql())
                .param("merchant", filter.merchant().orElse(null))
                .param("terminal", filter.terminal().orElse(null))
                .param("taken", filter.taken().orElse(null))
                .param("businessDay", filter.businessDay().orElse(null));
    }

    private static JournalLine line(ResultSet row, int ignored) throws SQLException {
        Instant bookedAt = row.getObject("booked_at", OffsetDateTime.class).toInstant();
        return new JournalLine(RowReader.read(row), bookedAt, row.getBoolean("is_voided"));
    }
}

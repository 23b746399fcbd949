package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.operation`. Rows are only added.
@Repository
class OperationTable {
    private static final String COLUMNS =
            """
            select o.id, o.kind, o.person, o.operator, o.operator_name, o.at, o.booked_on,
                   o.first_number, o.last_number, o.cash, o.subsidy, o.drawer, o.deposit, o.channel,
                   o.top_up, o.undoes, o.undo_until, o.subsidy_until, o.remark,
                   o.card_issue, o.follows, u.id is not null as undone
              from cards.operation o
              left join cards.operation u on u.undoes = o.id
            """;

    private static final String FIND =
            COLUMNS
                    + """
                     where o.id = :id
                    """;

    private static final String FOLLOWER =
            COLUMNS
                    + """
                     where o.follows = :id
                    """;

    private static final String OF_TOP_UP =
            COLUMNS
                    + """
                     where o.top_up = :topUp and o.kind = 'TOP_UP'
                    """;

    private static final String OF_DAY =
            COLUMNS
                    + """
                     where o.booked_on = :day and o.id < :before
                       and (cast(:operator as int) is null or o.operator = :operator)
                     order by o.id desc
                     limit :limit
                    """;

    private static final String OF_PERSON =
            COLUMNS
                    + """
                     where o.person = :person and o.id < :before
                     order by o.id desc
                     limit :limit
                    """;

    private static final String BY_NUMBER =
            COLUMNS
                    + """
                      join (select distinct f.id
                              from unnest(:numbers) e (number)
                             cross join lateral (select c.id, c.last_number
                                                   from cards.operation c
                                                  where c.first_number <= e.number
                                                  order by c.first_number desc
                                                  limit 1) f
                             where e.number <= f.last_number) found on found.id = o.id
                    """;

    /// What has mixed the subsidy purse since a top-up.
    private static final String MIXED_SINCE =
            """
            select exists (select
                             from cards.operation t
                             join cards.operation o
                                  on o.person = t.person and o.id > t.id
                                 and o.kind in ('TAKEN_OVER', 'CARD_REPLACED', 'REFUND_UNDONE')
                            where t.top_up = :topUp and t.kind = 'TOP_UP')
            """;

    /// Whose subsidy purse was mixed after a moment of theirs.
    private static final String ALL_MIXED_SINCE =
            """
            select distinct o.person
              from unnest(:people, cast(:moments as timestamptz[])) as s (person, at)
              join cards.operation o
                   on o.person = s.person and o.at > s.at
                  and o.kind in ('TAKEN_OVER', 'CARD_REPLACED', 'REFUND_UNDONE')
            """;

    private static final String OF_SHIFT =
            """
            select o.kind, o.channel, count(*) as operations, sum(o.cash) as cash,
                   sum(o.subsidy) as subsidy, sum(o.drawer) as drawer, sum(o.deposit) as deposit
              from cards.operation o
             where o.shift = :shift
             group by o.kind, o.channel
             order by min(o.id)
            """;

    private static final String ADD =
            """
            insert into cards.operation
                   (kind, person, operator, operator_name, shift, at, booked_on, first_number,
                    last_number, cash, subsidy, drawer, deposit, channel, card_issue, top_up,
                    undoes, undo_until, subsidy_until, remark, follows)
            values (:kind, :person, :operator, :operatorName, :shift, :at, :bookedOn, :first, :last,
                    :cash, :subsidy, :drawer, :deposit, :channel, :cardIssue, :topUp, :undoes,
                    :undoUntil, :subsidyUntil, :remark, :follows)
            returning id
            """;

    private final JdbcClient jdbc;

    OperationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who did something, when, and in which shift.
    record Doer(int operator, String name, Optional<Integer> shift, Instant at, LocalDate day) {}

    /// What one kind of operation brought by one channel.
    record Sum(
            DeskKind kind,
            Channel channel,
            int operations,
            Money cash,
            Money subsidy,
            Money drawer,
            Money deposit) {}

    int add(Deed deed, Doer doer) {
        return jdbc.sql(ADD)
                .param("kind", deed.kind().name())
                .param("person", deed.person().map(PersonId::value).orElse(null), Types.INTEGER)
                .param("operator", doer.operator())
                .param("operatorName", doer.name())
                .param("shift", doer.shift().orElse(null), Types.INTEGER)
                .param("at", doer.at().atOffset(ZoneOffset.UTC))
                .param("bookedOn", deed.booked().map(Booked::on).orElse(doer.day()))
                .param("first", deed.booked().map(Booked::first).orElse(null), Types.BIGINT)
                .param("last", deed.booked().map(Booked::last).orElse(null), Types.BIGINT)
                .param("cash", deed.cash().cents())
                .param("subsidy", deed.subsidy().cents())
                .param("drawer", deed.drawer().cents())
                .param("deposit", deed.deposit().cents())
                .param("channel", deed.channel().name())
                .param("cardIssue", deed.cardIssue().orElse(null), Types.INTEGER)
                .param("topUp", deed.topUp().orElse(null), Types.INTEGER)
                .param("undoes", deed.undoes().orElse(null), Types.INTEGER)
                .param(
                        "undoUntil",
                        deed.undoUntil().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("subsidyUntil", deed.subsidyUntil().orElse(null), Types.DATE)
                .param("remark", deed.remark())
                .param("follows", deed.follows().orElse(null), Types.INTEGER)
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    Optional<OperationRow> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(OperationTable::row).optional();
    }

    /// Finds what was done after it in the same go.
    Optional<OperationRow> follower(int id) {
        return jdbc.sql(FOLLOWER).param("id", id).query(OperationTable::row).optional();
    }

    Optional<OperationRow> ofTopUp(int topUp) {
        return jdbc.sql(OF_TOP_UP).param("topUp", topUp).query(OperationTable::row).optional();
    }

    /// Tells whether a held balance was taken over or held since a top-up: then its subsidy is no
    /// longer what stands on top.
    boolean mixedSince(int topUp) {
        return jdbc.sql(MIXED_SINCE).param("topUp", topUp).query(Boolean.class).single();
    }

    /// The same for many, since a moment of each.
    Set<PersonId> mixedSince(Map<PersonId, Instant> moments) {
        return BookedLines.since(jdbc.sql(ALL_MIXED_SINCE), moments);
    }

    /// Lists what was done on a day, newest first, by one operator or by all.
    List<OperationRow> ofDay(LocalDate day, Optional<Integer> operator, int before, int limit) {
        return jdbc.sql(OF_DAY)
                .param("day", day)
                .param("operator", operator.orElse(null), Types.INTEGER)
                .param("before", before)
                .param("limit", limit)
                .query(OperationTable::row)
                .list();
    }

    /// Lists what was done with one person, newest first.
    List<OperationRow> ofPerson(PersonId person, int before, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .param("before", before)
                .param("limit", limit)
                .query(OperationTable::row)
                .list();
    }

    /// Finds the operations to which journal numbers belong.
    List<OperationRow> byNumbers(Collection<Long> numbers) {
        return jdbc.sql(BY_NUMBER)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(OperationTable::row)
                .list();
    }

    List<Sum> ofShift(int shift) {
        return jdbc.sql(OF_SHIFT)
                .param("shift", shift)
                .query((row, _) ->
                        new Sum(
                                DeskKind.valueOf(row.getString("kind")),
                                Channel.valueOf(row.getString("channel")),
                                row.getInt("operations"),
                                Money.ofCents(row.getLong("cash")),
                                Money.ofCents(row.getLong("subsidy")),
                                Money.ofCents(row.getLong("drawer")),
                                Money.ofCents(row.getLong("deposit"))))
                .list();
    }

    private static OperationRow row(ResultSet row, int ignored) throws SQLException {
        return new OperationRow(
                row.getInt("id"),
                DeskKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("person", Integer.class)).map(PersonId::new),
                row.getInt("operator"),
                row.getString("operator_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("booked_on", LocalDate.class),
                Optional.ofNullable(row.getObject("first_number", Long.class)),
                Optional.ofNullable(row.getObject("last_number", Long.class)),
                Money.ofCents(row.getLong("cash")),
                Money.ofCents(row.getLong("subsidy")),
                Money.ofCents(row.getLong("drawer")),
                Money.ofCents(row.getLong("deposit")),
                Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getObject("top_up", Integer.class)),
                Optional.ofNullable(row.getObject("undoes", Integer.class)),
                moment(row.getObject("undo_until", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("subsidy_until", LocalDate.class)),
                row.getString("remark"),
                Optional.ofNullable(row.getObject("card_issue", Integer.class)),
                Optional.ofNullable(row.getObject("follows", Integer.class)),
                row.getBoolean("undone"));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime column) {
        return Optional.ofNullable(column).map(OffsetDateTime::toInstant);
    }
}

package onecard.platform.cards;

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
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.top_up`. Rows are only added.
@Repository
class TopUpTable {
    private static final String COLUMNS =
            """
            select t.id, t.person, t.operator, t.operator_name, t.at, t.booked_on, t.first_number,
                   t.last_number, t.cash, t.subsidy, t.subsidy_mode, t.cleared, t.until_before,
                   t.until_after, t.channel, t.remark, t.cash_before, t.subsidy_before,
                   t.cash_after, t.subsidy_after, t.undo_until, u.top_up is not null as undone
              from cards.top_up t
              left join cards.top_up_undo u on u.top_up = t.id
            """;

    private static final String FIND =
            COLUMNS
                    + """
                     where t.id = :id
                    """;

    private static final String LIST =
            COLUMNS
                    + """
                     where t.booked_on = :day
                       and (cast(:operator as int) is null or t.operator = :operator)
                       and t.id < :before
                     order by t.id desc
                     limit :limit
                    """;

    private static final String BY_NUMBER =
            COLUMNS
                    + """
                      join (select distinct f.id
                              from unnest(:numbers) e (number)
                             cross join lateral (select c.id, c.last_number
                                                   from cards.top_up c
                                                  where c.first_number <= e.number
                                                  order by c.first_number desc
                                                  limit 1) f
                             where e.number <= f.last_number) found on found.id = t.id
                    """;

    private static final String LATER_GRANT =
            """
            select exists (select
                             from cards.top_up t
                            where t.person = :person and t.id > :id and t.subsidy > 0
                              and not exists (select
                                                from cards.top_up_undo u
                                               where u.top_up = t.id))
            """;

    /// Who was granted a subsidy after a moment of theirs.
    private static final String GRANTED_SINCE =
            """
            select distinct t.person
              from unnest(:people, cast(:moments as timestamptz[])) as s (person, at)
              join cards.top_up t on t.person = s.person and t.subsidy > 0 and t.at > s.at
             where not exists (select from cards.top_up_undo u where u.top_up = t.id)
            """;

    private static final String TOTALS =
            """
            select t.channel, count(*) as operations, sum(t.cash) as cash, sum(t.subsidy) as subsidy
              from cards.top_up t
             where t.booked_on = :day
               and (cast(:operator as int) is null or t.operator = :operator)
               and not exists (select from cards.top_up_undo u where u.top_up = t.id)
             group by t.channel
             order by t.channel
            """;

    private static final String ADD =
            """
            insert into cards.top_up
                   (person, operator, operator_name, at, booked_on, first_number, last_number, cash,
                    subsidy, subsidy_mode, cleared, until_before, until_after, channel, remark,
                    cash_before, subsidy_before, cash_after, subsidy_after, undo_until)
            values (:person, :operator, :operatorName, :at, :bookedOn, :firstNumber, :lastNumber,
                    :cash, :subsidy, :mode, :cleared, :untilBefore, :untilAfter, :channel, :remark,
                    :cashBefore, :subsidyBefore, :cashAfter, :subsidyAfter, :undoUntil)
            returning id
            """;

    private final JdbcClient jdbc;

    TopUpTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What one channel brought on a day.
    record ChannelTotal(Channel channel, int count, Money cash, Money subsidy) {}

    Optional<TopUpRow> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(TopUpTable::row).optional();
    }

    /// Lists the top-ups of a day, newest first, of one operator or of all.
    List<TopUpRow> list(LocalDate day, Optional<Integer> operator, int before, int limit) {
        return jdbc.sql(LIST)
                .param("day", day)
                .param("operator", operator.orElse(null))
                .param("before", before)
                .param("limit", limit)
                .query(TopUpTable::row)
                .list();
    }

    /// Finds the top-ups to which journal numbers belong.
    List<TopUpRow> byNumbers(Collection<Long> numbers) {
        return jdbc.sql(BY_NUMBER)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(TopUpTable::row)
                .list();
    }

    /// Tells whether a later grant to the person stands.
    boolean hasLaterGrant(TopUpRow row) {
        return jdbc.sql(LATER_GRANT)
                .param("person", row.person().value())
                .param("id", row.id())
                .query(Boolean.class)
                .single();
    }

    /// Tells who was granted a subsidy since.
    Set<PersonId> grantedSince(Map<PersonId, Instant> moments) {
        return BookedLines.since(jdbc.sql(GRANTED_SINCE), moments);
    }

    List<ChannelTotal> totals(LocalDate day, Optional<Integer> operator) {
        return jdbc.sql(TOTALS)
                .param("day", day)
                .param("operator", operator.orElse(null))
                .query((row, _) ->
                        new ChannelTotal(
                                Channel.valueOf(row.getString("channel")),
                                row.getInt("operations"),
                                Money.ofCents(row.getLong("cash")),
                                Money.ofCents(row.getLong("subsidy"))))
                .list();
    }

    /// Adds a row and returns its id; the one it comes with is not looked at.
    int add(TopUpRow row) {
        return jdbc.sql(ADD)
                .param("person", row.person().value())
                .param("operator", row.operator())
                .param("operatorName", row.operatorName())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("bookedOn", row.bookedOn())
                .param("firstNumber", row.firstNumber())
                .param("lastNumber", row.lastNumber())
                .param("cash", row.cash().cents())
                .param("subsidy", row.subsidy().cents())
                .param("mode", row.mode().name())
                .param("cleared", row.cleared().cents())
                .param("untilBefore", row.untilBefore().orElse(null))
                .param("untilAfter", row.untilAfter().orElse(null))
                .param("channel", row.channel().name())
                .param("remark", row.remark())
                .param("cashBefore", row.before().cash().cents())
                .param("subsidyBefore", row.before().subsidy().cents())
                .param("cashAfter", row.after().cash().cents())
                .param("subsidyAfter", row.after().subsidy().cents())
                .param("undoUntil", row.undoUntil().atOffset(ZoneOffset.UTC))
                .query((added, _) -> added.getInt("id"))
                .single();
    }

    private static TopUpRow row(ResultSet row, int ignored) throws SQLException {
        return new TopUpRow(
                row.getInt("id"),
                new PersonId(row.getInt("person")),
                row.getInt("operator"),
                row.getString("operator_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("booked_on", LocalDate.class),
                row.getLong("first_number"),
                row.getLong("last_number"),
                Money.ofCents(row.getLong("cash")),
                Money.ofCents(row.getLong("subsidy")),
                SubsidyMode.valueOf(row.getString("subsidy_mode")),
                Money.ofCents(row.getLong("cleared")),
                Optional.ofNullable(row.getObject("until_before", LocalDate.class)),
                Optional.ofNullable(row.getObject("until_after", LocalDate.class)),
                Channel.valueOf(row.getString("channel")),
                row.getString("remark"),
                spendable(row, "cash_before", "subsidy_before"),
                spendable(row, "cash_after", "subsidy_after"),
                row.getObject("undo_until", OffsetDateTime.class).toInstant(),
                row.getBoolean("undone"));
    }

    private static TopUpReceipt.Spendable spendable(ResultSet row, String cash, String subsidy)
            throws SQLException {
        return new TopUpReceipt.Spendable(
                Money.ofCents(row.getLong(cash)), Money.ofCents(row.getLong(subsidy)));
    }
}

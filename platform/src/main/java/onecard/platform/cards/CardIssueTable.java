package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.card_issue`. Its rows change under the lock of the holder's account.
@Repository
class CardIssueTable {
    private static final String COLUMNS =
            """
            select c.id, c.uid, c.person, c.state, c.valid_until, c.issued_at
              from cards.card_issue c
            """;

    private static final String RESOLVE =
            COLUMNS
                    + """
                     where c.latest and c.uid = any (:uids)
                    """;

    private static final String HELD_BY =
            COLUMNS
                    + """
                     where c.latest and c.ended_at is null and c.person = any (:people)
                    """;

    private static final String OF_PERSON =
            COLUMNS
                    + """
                     where c.person = :person
                     order by c.id desc
                    """;

    private static final String IN_HAND_AT =
            COLUMNS
                    + """
                     where c.person = :person and c.issued_at <= :at
                       and (c.ended_at is null or c.ended_at > :at)
                     order by c.id desc
                     limit 1
                    """;

    private static final String OPEN_OF_PERSON =
            COLUMNS
                    + """
                     where c.person = :person and c.ended_at is null
                    """;

    private static final String LATEST_OF =
            COLUMNS
                    + """
                     where c.latest and c.person = any (:people)
                     order by c.id
                    """;

    private static final String HOLDERS =
            """
            select distinct person
              from cards.card_issue
             where latest and person > :after
             order by person
             limit :limit
            """;

    private static final String COUNT_OPEN =
            """
            select person, count(*) as cards
              from cards.card_issue
             where person = any (:people) and ended_at is null
             group by person
            """;

    private static final String ADD =
            """
            insert into cards.card_issue as n
                   (uid, issue_no, person, state, valid_until, issued_at, latest)
            select :uid, coalesce(max(c.issue_no), 0) + 1, :person, 'ISSUED', :validUntil, :at, true
              from cards.card_issue c
             where c.uid = :uid
            on conflict do nothing
            returning n.id, n.uid, n.person, n.state, n.valid_until, n.issued_at
            """;

    /// An open issue stays the latest: then the next one conflicts with it.
    private static final String NOT_LATEST =
            """
            update cards.card_issue
               set latest = false
             where uid = :uid and latest and ended_at is not null
            """;

    private static final String CHANGE =
            """
            update cards.card_issue
               set state = :state,
                   ended_at = case when :state in ('ISSUED', 'LOST') then null else :at end,
                   lost_at = case :state when 'LOST' then :at when 'ISSUED' then null else lost_at end
             where id = :id
            """;

    private static final String EXTEND =
            """
            update cards.card_issue
               set valid_until = :until
             where id = :id
            """;

    private static final String KEEPING =
            """
            select lost_at, deposit
              from cards.card_issue
             where id = :id
            """;

    private static final String DEPOSIT =
            """
            update cards.card_issue
               set deposit = :deposit
             where id = :id
            """;

    private final JdbcClient jdbc;
    private final CardChanges changes;

    CardIssueTable(JdbcClient jdbc, CardChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    Map<CardUid, CardIssue> resolve(Collection<CardUid> uids) {
        var bytes = uids.stream().map(CardUid::bytes).toArray(byte[][]::new);
        return byUid(jdbc.sql(RESOLVE).param("uids", bytes));
    }

    Map<CardUid, CardIssue> heldBy(Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::value).toArray(Integer[]::new);
        return byUid(jdbc.sql(HELD_BY).param("people", ids));
    }

    private static Map<CardUid, CardIssue> byUid(JdbcClient.StatementSpec statement) {
        var found = new HashMap<CardUid, CardIssue>();
        statement.query(CardIssueTable::row).list().forEach(issue -> found.put(issue.uid(), issue));
        return found;
    }

    List<CardIssue> of(PersonId person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .query(CardIssueTable::row)
                .list();
    }

    /// Finds the issue that the person had at a moment.
    Optional<CardIssue> inHandAt(PersonId person, Instant at) {
        return jdbc.sql(IN_HAND_AT)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(CardIssueTable::row)
                .optional();
    }

    /// Lists the issues of these people that are the current ones of their cards, whatever their
    /// states.
    List<CardIssue> latestOf(Collection<PersonId> people) {
        return jdbc.sql(LATEST_OF)
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .query(CardIssueTable::row)
                .list();
    }

    /// Lists who has, or had as the last one, any card, in order of their ids.
    List<PersonId> holders(int after, int limit) {
        return jdbc.sql(HOLDERS)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new PersonId(row.getInt("person")))
                .list();
    }

    /// Finds the issue that the person has in hand, or has lost.
    Optional<CardIssue> open(PersonId person) {
        return jdbc.sql(OPEN_OF_PERSON)
                .param("person", person.value())
                .query(CardIssueTable::row)
                .optional();
    }

    Map<PersonId, Integer> countOpen(Collection<PersonId> people) {
        var counts = new HashMap<PersonId, Integer>();
        jdbc.sql(COUNT_OPEN)
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .query(row -> {
                    counts.put(new PersonId(row.getInt("person")), row.getInt("cards"));
                });
        return counts;
    }

    /// Adds the next issue of a card; empty if somebody else has the card or the person has one.
    Optional<CardIssue> add(CardUid uid, PersonId person, LocalDate validUntil, Instant at) {
        changes.touched(person);
        jdbc.sql(NOT_LATEST).param("uid", uid.bytes()).update();
        return jdbc.sql(ADD)
                .param("uid", uid.bytes())
                .param("person", person.value())
                .param("validUntil", validUntil)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(CardIssueTable::row)
                .optional();
    }

    /// Changes the state of an issue; a loss and an end are dated.
    void change(CardIssue issue, CardState state, Instant at) {
        changes.touched(issue.person());
        jdbc.sql(CHANGE)
                .param("id", issue.id())
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void extend(CardIssue issue, LocalDate until) {
        changes.touched(issue.person());
        jdbc.sql(EXTEND).param("id", issue.id()).param("until", until).update();
    }

    /// What an issue has beside its state.
    ///
    /// @param lostAt when its loss was reported
    /// @param deposit what of its cost is kept for the holder
    record Keeping(Optional<Instant> lostAt, Money deposit) {}

    Keeping keeping(CardIssue issue) {
        return jdbc.sql(KEEPING)
                .param("id", issue.id())
                .query((row, _) ->
                        new Keeping(
                                Optional.ofNullable(row.getObject("lost_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                Money.ofCents(row.getLong("deposit"))))
                .single();
    }

    void deposit(CardIssue issue, Money kept) {
        jdbc.sql(DEPOSIT).param("id", issue.id()).param("deposit", kept.cents()).update();
    }

    static CardIssue row(ResultSet row, int ignored) throws SQLException {
        return new CardIssue(
                row.getInt("id"),
                CardUid.of(row.getBytes("uid")),
                new PersonId(row.getInt("person")),
                CardState.valueOf(row.getString("state")),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}

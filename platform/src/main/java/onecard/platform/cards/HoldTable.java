package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.hold`. Its rows change under the lock of the holder's account.
@Repository
class HoldTable {
    private static final String COLUMNS =
            """
            select h.id, h.person, h.lost_at, h.held_at, h.opens_on, h.subsidy_until
              from cards.hold h
            """;

    private static final String OPEN_OF_PERSON =
            COLUMNS
                    + """
                     where h.person = :person and h.ended_at is null
                    """;

    private static final String ALL_OPEN =
            COLUMNS
                    + """
                     where h.ended_at is null and h.id > :after
                     order by h.id
                     limit :limit
                    """;

    /// A card that is lost while the balance of an earlier one is still held: one hold, until the
    /// later of the two.
    private static final String HOLD =
            """
            insert into cards.hold as h (person, old_issue, new_issue, lost_at, held_at, opens_on,
                                         subsidy_until)
            values (:person, :oldIssue, :newIssue, :lostAt, :at, :opensOn, :subsidyUntil)
            on conflict (person) where ended_at is null do update
               set old_issue = excluded.old_issue, new_issue = excluded.new_issue,
                   lost_at = greatest(h.lost_at, excluded.lost_at),
                   opens_on = greatest(h.opens_on, excluded.opens_on),
                   subsidy_until = excluded.subsidy_until
            """;

    private static final String END =
            """
            update cards.hold
               set ended_at = :at
             where id = :id
            """;

    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A balance that is held.
    record Row(
            int id,
            PersonId person,
            Instant lostAt,
            Instant heldAt,
            LocalDate opensOn,
            Optional<LocalDate> subsidyUntil) {}

    Optional<Row> open(PersonId person) {
        return jdbc.sql(OPEN_OF_PERSON)
                .param("person", person.value())
                .query(HoldTable::row)
                .optional();
    }

    List<Row> open(int after, int limit) {
        return jdbc.sql(ALL_OPEN)
                .param("after", after)
                .param("limit", limit)
                .query(HoldTable::row)
                .list();
    }

    void hold(
            PersonId person,
            int oldIssue,
            int newIssue,
            Instant lostAt,
            Instant at,
            LocalDate opensOn,
            Optional<LocalDate> subsidyUntil) {
        jdbc.sql(HOLD)
                .param("person", person.value())
                .param("oldIssue", oldIssue)
                .param("newIssue", newIssue)
                .param("lostAt", lostAt.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("opensOn", opensOn)
                .param("subsidyUntil", subsidyUntil.orElse(null), java.sql.Types.DATE)
                .update();
    }

    void end(int id, Instant at) {
        jdbc.sql(END).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        return new Row(
                row.getInt("id"),
                new PersonId(row.getInt("person")),
                row.getObject("lost_at", OffsetDateTime.class).toInstant(),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getObject("opens_on", LocalDate.class),
                Optional.ofNullable(row.getObject("subsidy_until", LocalDate.class)));
    }
}

package onecard.platform.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.consent`.
@Repository
class ConsentTable {
    private static final String FIND =
            """
            select given_by, guardian, way, text_version, given_at, noted_by
              from photos.consent
             where person = :person and withdrawn_at is null
            """;

    private static final String LOCK = FIND + "   for update";

    private static final String ADD =
            """
            insert into photos.consent
                   (person, given_by, guardian, way, text_version, given_at, noted_by)
            values (:person, :givenBy, cast(:guardian as text), :way, :version, :at, :notedBy)
            on conflict (person) where withdrawn_at is null do nothing
            """;

    private static final String WITHDRAW =
            """
            update photos.consent
               set withdrawn_at = :at
             where person = :person and withdrawn_at is null
            """;

    private static final String OF =
            """
            select person
              from photos.consent
             where person = any (:people) and withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    ConsentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Consent> find(PersonId person) {
        return jdbc.sql(FIND)
                .param("person", person.value())
                .query(ConsentTable::consent)
                .optional();
    }

    /// Returns those of the people whose consent is in force.
    List<PersonId> of(List<PersonId> people) {
        return jdbc.sql(OF)
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .query((row, _) -> new PersonId(row.getInt("person")))
                .list();
    }

    /// The consent in force, held until the end of the transaction.
    Optional<Consent> lock(PersonId person) {
        return jdbc.sql(LOCK)
                .param("person", person.value())
                .query(ConsentTable::consent)
                .optional();
    }

    /// Notes a consent where none is in force.
    ///
    /// @return whether it was noted
    boolean add(PersonId person, Consent consent) {
        return jdbc.sql(ADD)
                        .param("person", person.value())
                        .param("givenBy", consent.givenBy().name())
                        .param("guardian", consent.guardian().orElse(null))
                        .param("way", consent.way().name())
                        .param("version", consent.textVersion())
                        .param("at", consent.givenAt().atOffset(ZoneOffset.UTC))
                        .param("notedBy", consent.notedBy())
                        .update()
                > 0;
    }

    boolean withdraw(PersonId person, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("person", person.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static Consent consent(ResultSet row, int ignored) throws SQLException {
        return new Consent(
                Consent.Giver.valueOf(row.getString("given_by")),
                Optional.ofNullable(row.getString("guardian")),
                Consent.Way.valueOf(row.getString("way")),
                row.getInt("text_version"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("noted_by"));
    }
}

package onecard.platform.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.portrait`.
@Repository
class PortraitTable {
    private static final String FIND =
            """
            select person, key, version, sealed, bytes, width, height, source, flaws, accepted_by,
                   stored_at, stored_by
              from photos.portrait
             where person = :person
            """;

    private static final String PAGE =
            """
            select person, key, version, sealed, bytes, width, height, source, flaws, accepted_by,
                   stored_at, stored_by
              from photos.portrait
             where person > :after
               and (cast(:batch as int) is null
                    or person in (select i.person
                                    from photos.batch_item i
                                   where i.batch = :batch
                                     and i.outcome in ('STORED', 'ACCEPTED')))
             order by person
             limit :limit
            """;

    private static final String PUT =
            """
            insert into photos.portrait
                   (person, key, sealed, bytes, width, height, source, flaws, accepted_by,
                    stored_at, stored_by)
            values (:person, :key, :sealed, :bytes, :width, :height, :source, :flaws,
                    cast(:acceptedBy as text), :at, :storedBy)
            on conflict (person) do update
               set key = excluded.key, version = nextval('photos.portrait_version'),
                   sealed = excluded.sealed, bytes = excluded.bytes, width = excluded.width,
                   height = excluded.height, source = excluded.source, flaws = excluded.flaws,
                   accepted_by = excluded.accepted_by, stored_at = excluded.stored_at,
                   stored_by = excluded.stored_by
            """;

    private static final String REMOVE =
            """
            delete from photos.portrait
             where person = :person
            """;

    private static final String OF =
            """
            select person
              from photos.portrait
             where person = any (:people)
            """;

    private static final String VERSIONS =
            """
            select person, version
              from photos.portrait
            """;

    private final JdbcClient jdbc;

    PortraitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredPortrait> find(PersonId person) {
        return jdbc.sql(FIND)
                .param("person", person.value())
                .query(PortraitTable::portrait)
                .optional();
    }

    /// Portraits in order of their people, of a batch or of everybody.
    List<StoredPortrait> page(Optional<Integer> batch, int after, int limit) {
        return jdbc.sql(PAGE)
                .param("batch", batch.orElse(null))
                .param("after", after)
                .param("limit", limit)
                .query(PortraitTable::portrait)
                .list();
    }

    /// Returns those of the people who have one.
    List<PersonId> of(List<PersonId> people) {
        return jdbc.sql(OF)
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .query((row, _) -> new PersonId(row.getInt("person")))
                .list();
    }

    /// Returns everybody who has one, with its version.
    Map<PersonId, Long> versions() {
        Map<PersonId, Long> versions = new HashMap<>();
        jdbc.sql(VERSIONS)
                .query(row -> {
                    versions.put(new PersonId(row.getInt("person")), row.getLong("version"));
                });
        return versions;
    }

    /// Puts a portrait in the place of the one before; its version is given here.
    void put(StoredPortrait portrait) {
        jdbc.sql(PUT)
                .param("person", portrait.person().value())
                .param("key", portrait.key())
                .param("sealed", portrait.sealed())
                .param("bytes", portrait.bytes())
                .param("width", portrait.width())
                .param("height", portrait.height())
                .param("source", portrait.source().name())
                .param("flaws", StoredPortrait.words(portrait.flaws()))
                .param("acceptedBy", portrait.acceptedBy().orElse(null))
                .param("at", portrait.storedAt().atOffset(ZoneOffset.UTC))
                .param("storedBy", portrait.storedBy())
                .update();
    }

    boolean remove(PersonId person) {
        return jdbc.sql(REMOVE).param("person", person.value()).update() > 0;
    }

    private static StoredPortrait portrait(ResultSet row, int ignored) throws SQLException {
        return new StoredPortrait(
                new PersonId(row.getInt("person")),
                row.getInt("key"),
                row.getLong("version"),
                row.getBytes("sealed"),
                row.getInt("bytes"),
                row.getInt("width"),
                row.getInt("height"),
                Source.valueOf(row.getString("source")),
                StoredPortrait.flaws(row.getString("flaws")),
                Optional.ofNullable(row.getString("accepted_by")),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                row.getString("stored_by"));
    }
}

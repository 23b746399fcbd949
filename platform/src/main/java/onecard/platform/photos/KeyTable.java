package onecard.platform.photos;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.key`.
@Repository
class KeyTable {
    private static final String OF_PERSON =
            """
            select no
              from photos.key
             where person = :person and doomed_at is null
            """;

    private static final String ADD =
            """
            insert into photos.key (person, for_batch, made_at)
            values (cast(:person as int), :batch, :at)
            returning no
            """;

    private static final String DOOM_OF =
            """
            update photos.key
               set doomed_at = :at
             where person = :person and doomed_at is null
            """;

    private static final String DOOM =
            """
            update photos.key
               set doomed_at = :at
             where no = :no and doomed_at is null
            """;

    private static final String DOOMED =
            """
            select no
              from photos.key
             where destroyed_at is null
               and (doomed_at is not null or person is null and not for_batch)
             order by no
             limit :limit
            """;

    private static final String DESTROYED =
            """
            update photos.key
               set doomed_at = coalesce(doomed_at, :at), destroyed_at = :at
             where no = :no and destroyed_at is null
            """;

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> of(PersonId person) {
        return jdbc.sql(OF_PERSON).param("person", person.value()).query(Integer.class).optional();
    }

    int add(Optional<PersonId> person, Instant at) {
        return jdbc.sql(ADD)
                .param("person", person.map(PersonId::value).orElse(null))
                .param("batch", person.isEmpty())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void doom(PersonId person, Instant at) {
        jdbc.sql(DOOM_OF)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void doom(int no, Instant at) {
        jdbc.sql(DOOM).param("no", no).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /// Keys that are to be destroyed: doomed ones, and those of people who were forgotten.
    List<Integer> doomed(int limit) {
        return jdbc.sql(DOOMED).param("limit", limit).query((row, _) -> row.getInt("no")).list();
    }

    void destroyed(int no, Instant at) {
        jdbc.sql(DESTROYED).param("no", no).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }
}

package onecard.platform.cards;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.import_version`: the import version (导入版本号) everybody had last (`D-09`).
@Repository
class ImportVersionTable {
    private static final String READ =
            """
            select person, version
              from cards.import_version
             where kind = :kind and person = any (:people)
            """;

    private static final String RAISE =
            """
            insert into cards.import_version as known (person, kind, version)
            select v.person, :kind, v.version
              from unnest(:people, :versions) as v (person, version)
             order by v.person
            on conflict (person, kind) do update
               set version = greatest(known.version, excluded.version)
            """;

    private final JdbcClient jdbc;

    ImportVersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is counted apart.
    enum Kind {
        TOP_UP,
        REFUND
    }

    /// Returns the last versions; those who had none are not in the answer.
    Map<PersonId, Long> read(Kind kind, Collection<PersonId> people) {
        var versions = new HashMap<PersonId, Long>();
        jdbc.sql(READ)
                .param("kind", kind.name())
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .query(row -> {
                    versions.put(new PersonId(row.getInt("person")), row.getLong("version"));
                });
        return versions;
    }

    /// Notes versions that are used up; under the locks of the accounts.
    void raise(Kind kind, Map<PersonId, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        var given = List.copyOf(versions.entrySet());
        jdbc.sql(RAISE)
                .param("kind", kind.name())
                .param(
                        "people",
                        given.stream().map(one -> one.getKey().value()).toArray(Integer[]::new))
                .param("versions", given.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }
}

package onecard.platform.people;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Owns `people.person_import`: what an import did to whom, so that it can be undone.
@Repository
class PersonImportTable {
    private static final String ADDED =
            """
            insert into people.person_import (import, person, version_after)
            select :import, person, 0
              from unnest(cast(:people as int[])) as added (person)
            """;

    private static final String CHANGED =
            """
            insert into people.person_import (import, person, version_after, before)
            select :import, person, version, cast(before as jsonb)
              from unnest(cast(:people as int[]), cast(:versions as int[]), cast(:before as text[]))
                   as changed (person, version, before)
            """;

    private static final String OF_IMPORT =
            """
            select person, version_after, before
              from people.person_import
             where import = :import
             order by person
            """;

    private static final String CLEAR =
            """
            delete from people.person_import
             where import = :import
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonImportTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What an import did to a person.
    ///
    /// @param before the record before; null if there was none
    record Done(PersonId person, int versionAfter, @Nullable PersonSnapshot before) {}

    void added(int importId, Collection<PersonId> people) {
        jdbc.sql(ADDED)
                .param("import", importId)
                .param("people", PersonColumns.numbers(people))
                .update();
    }

    void changed(int importId, List<Person> before) {
        jdbc.sql(CHANGED)
                .param("import", importId)
                .param("people", PersonColumns.numbers(before.stream().map(Person::id).toList()))
                .param(
                        "versions",
                        before.stream().map(each -> each.version() + 1).toArray(Integer[]::new))
                .param(
                        "before",
                        before.stream()
                                .map(each -> json.writeValueAsString(PersonSnapshot.of(each)))
                                .toArray(String[]::new))
                .update();
    }

    List<Done> of(int importId) {
        return jdbc.sql(OF_IMPORT)
                .param("import", importId)
                .query((row, _) -> {
                    @Nullable String before = row.getString("before");
                    return new Done(
                            new PersonId(row.getInt("person")),
                            row.getInt("version_after"),
                            before == null ? null : json.readValue(before, PersonSnapshot.class));
                })
                .list();
    }

    void clear(int importId) {
        jdbc.sql(CLEAR).param("import", importId).update();
    }
}

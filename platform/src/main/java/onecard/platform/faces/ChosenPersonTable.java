package onecard.platform.faces;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `faces.chosen_person`.
@Repository
class ChosenPersonTable {
    private static final String OF =
            """
            select person
              from faces.chosen_person
             where device = :device
            """;

    private static final String ADD =
            """
            insert into faces.chosen_person (device, person)
            select :device, n.person
              from unnest(cast(:people as int[])) as n(person)
            on conflict do nothing
            """;

    private static final String REMOVE =
            """
            delete from faces.chosen_person
             where device = :device
               and person = any (:people)
            """;

    private static final String CLEAR =
            """
            delete from faces.chosen_person
             where device = :device
            """;

    private final JdbcClient jdbc;

    ChosenPersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<PersonId> of(DeviceId device) {
        return new HashSet<>(
                jdbc.sql(OF)
                        .param("device", device.value())
                        .query((row, _) -> new PersonId(row.getInt("person")))
                        .list());
    }

    void add(DeviceId device, Collection<PersonId> people) {
        jdbc.sql(ADD)
                .param("device", device.value())
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .update();
    }

    void remove(DeviceId device, Collection<PersonId> people) {
        jdbc.sql(REMOVE)
                .param("device", device.value())
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .update();
    }

    void clear(DeviceId device) {
        jdbc.sql(CLEAR).param("device", device.value()).update();
    }
}

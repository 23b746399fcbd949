package onecard.platform.faces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `faces.place`.
@Repository
class PlaceTable {
    private static final String OF =
            """
            select person, pin, name, portrait, push, leaving
              from faces.place
             where device = :device
             order by person
            """;

    private static final String LEAVING =
            """
            select device, person, pin, push
              from faces.place
             where leaving
             order by device, person
             limit :limit
            """;

    private static final String BY_PIN =
            """
            select person, pin
              from faces.place
             where device = :device
               and pin = any (:pins)
             order by person
            """;

    private static final String PUT =
            """
            insert into faces.place (device, person, pin, name, portrait, push, leaving)
            select :device, n.person, n.pin, n.name, n.portrait, n.push, false
              from unnest(cast(:people as int[]), cast(:pins as text[]), cast(:names as text[]),
                          cast(:portraits as bigint[]), cast(:pushes as bigint[]))
                   as n(person, pin, name, portrait, push)
            on conflict (device, person) do update
               set pin = excluded.pin, name = excluded.name, portrait = excluded.portrait,
                   push = excluded.push, leaving = false
            """;

    private static final String GO =
            """
            update faces.place p
               set leaving = true, push = n.push
              from unnest(cast(:people as int[]), cast(:pushes as bigint[])) as n(person, push)
             where p.device = :device
               and p.person = n.person
            """;

    private static final String ALL_GO =
            """
            update faces.place
               set leaving = true, push = :push
             where device = :device
            """;

    private static final String GONE =
            """
            delete from faces.place
             where device = :device
               and leaving
               and push = any (:pushes)
            """;

    private final JdbcClient jdbc;

    PlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Somebody a terminal has not confirmed to be gone.
    record Leaving(DeviceId device, PersonId person, String pin, long push) {}

    List<Place> of(DeviceId device) {
        return jdbc.sql(OF).param("device", device.value()).query(PlaceTable::place).list();
    }

    /// Who shall go and is not confirmed to be gone.
    List<Leaving> leaving(int limit) {
        return jdbc.sql(LEAVING)
                .param("limit", limit)
                .query((row, _) ->
                        new Leaving(
                                new DeviceId(row.getInt("device")),
                                new PersonId(row.getInt("person")),
                                row.getString("pin"),
                                row.getLong("push")))
                .list();
    }

    /// Who is known to a terminal under these numbers.
    Map<String, PersonId> byPin(DeviceId device, Collection<String> pins) {
        Map<String, PersonId> known = new HashMap<>();
        jdbc.sql(BY_PIN)
                .param("device", device.value())
                .param("pins", pins.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("pin"), new PersonId(row.getInt("person")));
                });
        return known;
    }

    /// Notes who was ordered to be on a terminal, each by the push of the same place in the list.
    void put(DeviceId device, List<Map.Entry<PersonId, Place.Face>> people, List<Long> pushes) {
        jdbc.sql(PUT)
                .param("device", device.value())
                .param(
                        "people",
                        people.stream().map(each -> each.getKey().value()).toArray(Integer[]::new))
                .param(
                        "pins",
                        people.stream().map(each -> each.getValue().pin()).toArray(String[]::new))
                .param(
                        "names",
                        people.stream().map(each -> each.getValue().name()).toArray(String[]::new))
                .param(
                        "portraits",
                        people.stream()
                                .map(each -> each.getValue().portrait())
                                .toArray(Long[]::new))
                .param("pushes", pushes.toArray(Long[]::new))
                .update();
    }

    /// Notes who was ordered to go.
    void go(DeviceId device, List<PersonId> people, List<Long> pushes) {
        jdbc.sql(GO)
                .param("device", device.value())
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .param("pushes", pushes.toArray(Long[]::new))
                .update();
    }

    void allGo(DeviceId device, long push) {
        jdbc.sql(ALL_GO).param("device", device.value()).param("push", push).update();
    }

    /// The terminal confirmed these removals.
    void gone(DeviceId device, Collection<Long> pushes) {
        jdbc.sql(GONE)
                .param("device", device.value())
                .param("pushes", pushes.toArray(Long[]::new))
                .update();
    }

    private static Place place(ResultSet row, int ignored) throws SQLException {
        return new Place(
                new PersonId(row.getInt("person")),
                new Place.Face(
                        row.getString("pin"), row.getString("name"), row.getLong("portrait")),
                row.getLong("push"),
                row.getBoolean("leaving"));
    }
}

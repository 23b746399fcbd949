package onecard.platform.faces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.wire.adms.FaceFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `faces.push`.
@Repository
class PushTable {
    private static final String READ =
            """
            select id, device, kind, person, pin, name, portrait, state, attempt, steps, fault, words,
                   made_at, sent_at, ended_at
              from faces.push
            """;

    private static final String SOME =
            READ
                    + """
                     where id = any (:ids)
                       and device = :device
                     order by id
                    """;

    private static final String NEXT =
            READ
                    + """
                     where device = :device
                       and ended_at is null
                     order by id
                     limit :limit
                    """;

    private static final String PAGE =
            READ
                    + """
                     where (cast(:before as bigint) is null or id < :before)
                       and (cast(:device as int) is null or device = :device)
                       and (cast(:person as int) is null or person = :person)
                       and (cast(:states as text[]) is null or state = any (:states))
                       and (cast(:offline as int[]) is null or device = any (:offline))
                       and (cast(:online as int[]) is null or not device = any (:online))
                     order by id desc
                     limit :limit
                    """;

    private static final String ADD =
            """
            insert into faces.push
                   (device, kind, person, pin, name, portrait, state, attempt, steps, words, made_at)
            select :device, :kind, n.person, n.pin, n.name, n.portrait, 'WAITING', 0, 0, '', :at
              from unnest(cast(:people as int[]), cast(:pins as text[]), cast(:names as text[]),
                          cast(:portraits as bigint[]))
                   with ordinality as n(person, pin, name, portrait, place)
             order by n.place
            returning id
            """;

    private static final String SENT =
            """
            update faces.push
               set state = 'SENT', attempt = attempt + 1, steps = 0, sent_at = :at
             where id = any (:ids)
            """;

    private static final String STEPS =
            """
            update faces.push
               set steps = :steps
             where id = :id
            """;

    private static final String AGAIN =
            """
            update faces.push
               set state = 'WAITING', words = :words, steps = 0
             where id = :id
            """;

    private static final String ANEW =
            """
            update faces.push
               set state = 'WAITING', attempt = 0, steps = 0, fault = null, words = '',
                   ended_at = null, sent_at = null
             where id = any (:ids)
            """;

    private static final String END =
            """
            update faces.push
               set state = :state, fault = :fault, words = :words, ended_at = :at
             where id = any (:ids)
            """;

    private static final String CLEARING =
            """
            select count(*)
              from faces.push
             where device = :device
               and kind = 'CLEAR'
               and ended_at is null
            """;

    private static final String OVERTAKE_ALL =
            """
            update faces.push
               set state = 'OVERTAKEN', ended_at = :at
             where device = :device
               and ended_at is null
            """;

    private final JdbcClient jdbc;

    PushTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a list of the journal shows.
    ///
    /// @param offline only those of these devices, if said
    /// @param online none of these devices, if said
    record Search(
            Optional<Long> before,
            Optional<DeviceId> device,
            Optional<PersonId> person,
            Optional<List<Push.State>> states,
            Optional<List<DeviceId>> offline,
            Optional<List<DeviceId>> online) {}

    /// Something new to be told.
    record Order(Optional<PersonId> person, Place.Face face) {}

    List<Push> some(DeviceId device, Collection<Long> ids) {
        return jdbc.sql(SOME)
                .param("ids", ids.toArray(Long[]::new))
                .param("device", device.value())
                .query(PushTable::push)
                .list();
    }

    /// The first that have not ended, in the order in which they were made.
    List<Push> next(DeviceId device, int limit) {
        return jdbc.sql(NEXT)
                .param("device", device.value())
                .param("limit", limit)
                .query(PushTable::push)
                .list();
    }

    List<Push> page(Search search, int limit) {
        return jdbc.sql(PAGE)
                .param("before", search.before().orElse(null))
                .param("device", search.device().map(DeviceId::value).orElse(null))
                .param("person", search.person().map(PersonId::value).orElse(null))
                .param(
                        "states",
                        search.states()
                                .map(states ->
                                        states.stream().map(Enum::name).toArray(String[]::new))
                                .orElse(null))
                .param("offline", search.offline().map(PushTable::values).orElse(null))
                .param("online", search.online().map(PushTable::values).orElse(null))
                .param("limit", limit)
                .query(PushTable::push)
                .list();
    }

    /// Adds lines and returns their numbers in the same order.
    List<Long> add(DeviceId device, Push.Kind kind, List<Order> orders, Instant at) {
        return jdbc.sql(ADD)
                .param("device", device.value())
                .param("kind", kind.name())
                .param(
                        "people",
                        orders.stream()
                                .map(order -> order.person().map(PersonId::value).orElse(null))
                                .toArray(Integer[]::new))
                .param(
                        "pins",
                        orders.stream().map(each -> each.face().pin()).toArray(String[]::new))
                .param(
                        "names",
                        orders.stream().map(each -> each.face().name()).toArray(String[]::new))
                .param(
                        "portraits",
                        orders.stream().map(each -> each.face().portrait()).toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    void sent(Collection<Long> ids, Instant at) {
        jdbc.sql(SENT)
                .param("ids", ids.toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void steps(long id, int steps) {
        jdbc.sql(STEPS).param("id", id).param("steps", steps).update();
    }

    void again(long id, String words) {
        jdbc.sql(AGAIN).param("id", id).param("words", words).update();
    }

    /// Begins anew with those that failed.
    void anew(Collection<Long> ids) {
        jdbc.sql(ANEW).param("ids", ids.toArray(Long[]::new)).update();
    }

    void end(
            Collection<Long> ids,
            Push.State state,
            Optional<FaceFault> fault,
            String words,
            Instant at) {
        jdbc.sql(END)
                .param("ids", ids.toArray(Long[]::new))
                .param("state", state.name())
                .param("fault", fault.map(Enum::name).orElse(null))
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean clearing(DeviceId device) {
        return jdbc.sql(CLEARING)
                        .param("device", device.value())
                        .query((row, _) -> row.getInt("count"))
                        .single()
                > 0;
    }

    void overtakeAll(DeviceId device, Instant at) {
        jdbc.sql(OVERTAKE_ALL)
                .param("device", device.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Integer[] values(List<DeviceId> devices) {
        return devices.stream().map(DeviceId::value).toArray(Integer[]::new);
    }

    private static Push push(ResultSet row, int ignored) throws SQLException {
        return new Push(
                row.getLong("id"),
                new DeviceId(row.getInt("device")),
                Push.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("person", Integer.class)).map(PersonId::new),
                row.getString("pin"),
                row.getString("name"),
                row.getLong("portrait"),
                Push.State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getInt("steps"),
                Optional.ofNullable(row.getString("fault")).map(FaceFault::valueOf),
                row.getString("words"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                moment(row, "sent_at"),
                moment(row, "ended_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}

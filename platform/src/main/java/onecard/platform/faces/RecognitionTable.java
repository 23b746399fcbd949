package onecard.platform.faces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.wire.adms.Attendance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `faces.recognition`.
@Repository
class RecognitionTable {
    private static final String ADD =
            """
            insert into faces.recognition (device, pin, at, status, verify, person, heard_at)
            select :device, n.pin, n.at, n.status, n.verify, n.person, :heardAt
              from unnest(cast(:pins as text[]), cast(:times as timestamp[]),
                          cast(:statuses as int[]), cast(:verifies as int[]),
                          cast(:people as int[])) as n(pin, at, status, verify, person)
            on conflict (device, pin, at) do nothing
            """;

    private static final String PAGE =
            """
            select id, device, pin, at, status, verify, person, heard_at
              from faces.recognition
             where (cast(:before as bigint) is null or id < :before)
               and (cast(:device as int) is null or device = :device)
               and (cast(:person as int) is null or person = :person)
             order by id desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    RecognitionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A line that is kept.
    record Recognition(
            long id,
            DeviceId device,
            String pin,
            LocalDateTime at,
            int status,
            int verify,
            Optional<PersonId> person,
            Instant heardAt) {}

    /// Keeps lines, those that came before excepted.
    ///
    /// @param people who is meant by each line, in the same order
    /// @return how many are new
    int add(
            DeviceId device,
            List<Attendance> lines,
            List<Optional<PersonId>> people,
            Instant heardAt) {
        return jdbc.sql(ADD)
                .param("device", device.value())
                .param("pins", lines.stream().map(Attendance::pin).toArray(String[]::new))
                .param(
                        "times",
                        lines.stream().map(line -> line.at().toString()).toArray(String[]::new))
                .param("statuses", lines.stream().map(Attendance::status).toArray(Integer[]::new))
                .param("verifies", lines.stream().map(Attendance::verify).toArray(Integer[]::new))
                .param(
                        "people",
                        people.stream()
                                .map(person -> person.map(PersonId::value).orElse(null))
                                .toArray(Integer[]::new))
                .param("heardAt", heardAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Lists lines, the newest first.
    List<Recognition> page(
            Optional<Long> before,
            Optional<DeviceId> device,
            Optional<PersonId> person,
            int limit) {
        return jdbc.sql(PAGE)
                .param("before", before.orElse(null))
                .param("device", device.map(DeviceId::value).orElse(null))
                .param("person", person.map(PersonId::value).orElse(null))
                .param("limit", limit)
                .query(RecognitionTable::recognition)
                .list();
    }

    private static Recognition recognition(ResultSet row, int ignored) throws SQLException {
        return new Recognition(
                row.getLong("id"),
                new DeviceId(row.getInt("device")),
                row.getString("pin"),
                row.getObject("at", LocalDateTime.class),
                row.getInt("status"),
                row.getInt("verify"),
                Optional.ofNullable(row.getObject("person", Integer.class)).map(PersonId::new),
                row.getObject("heard_at", OffsetDateTime.class).toInstant());
    }
}

package onecard.platform.faces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.terminals.TerminalId;
import onecard.vocabulary.SerialNo;
import onecard.wire.adms.AdmsCommand.SizeMeaning;
import onecard.wire.adms.AdmsWriter.Writing;
import onecard.wire.adms.DeviceInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `faces.device`.
@Repository
class DeviceTable {
    private static final String ALL =
            """
            select id, serial, name, terminal, host(address) as address, bound, everybody, writing,
                   size_of, seen_at, firmware, users, faces, version
              from faces.device
            """;

    private static final String BY_SERIAL = ALL + " where serial = :serial";
    private static final String LOCK = ALL + " where id = :id for update";
    private static final String IN_ORDER = ALL + " order by id";

    private static final String ADD =
            """
            insert into faces.device
                   (serial, name, terminal, address, bound, everybody, writing, size_of, version)
            values (:serial, :name, :terminal, cast(:address as inet), :bound, :everybody, :writing,
                    :size, 1)
            on conflict (serial) do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update faces.device
               set name = :name, terminal = :terminal, address = cast(:address as inet),
                   bound = :bound, everybody = :everybody, writing = :writing, size_of = :size,
                   version = version + 1
             where id = :id
            """;

    private static final String REMOVE =
            """
            delete from faces.device
             where id = :id
            """;

    private static final String SEEN =
            """
            update faces.device
               set seen_at = :at, address = cast(:address as inet)
             where id = :id
            """;

    private static final String TELLS =
            """
            update faces.device
               set firmware = :firmware, users = :users, faces = :faces
             where id = :id
            """;

    private final JdbcClient jdbc;

    DeviceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How a device shall be registered.
    record Wish(
            String name,
            Optional<TerminalId> terminal,
            Optional<String> address,
            boolean bound,
            boolean everybody,
            Writing writing,
            SizeMeaning size) {}

    List<Device> all() {
        return jdbc.sql(IN_ORDER).query(DeviceTable::device).list();
    }

    Optional<Device> bySerial(SerialNo serial) {
        return jdbc.sql(BY_SERIAL)
                .param("serial", serial.value())
                .query(DeviceTable::device)
                .optional();
    }

    Optional<Device> lock(DeviceId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(DeviceTable::device).optional();
    }

    /// Returns its id, or nothing where the serial number is registered already.
    Optional<DeviceId> add(SerialNo serial, Wish wish) {
        return with(jdbc.sql(ADD).param("serial", serial.value()), wish)
                .query((row, _) -> new DeviceId(row.getInt("id")))
                .optional();
    }

    void change(DeviceId id, Wish wish) {
        with(jdbc.sql(CHANGE).param("id", id.value()), wish).update();
    }

    void remove(DeviceId id) {
        jdbc.sql(REMOVE).param("id", id.value()).update();
    }

    void seen(DeviceId id, String address, Instant at) {
        jdbc.sql(SEEN)
                .param("id", id.value())
                .param("address", address)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void tells(DeviceId id, DeviceInfo info) {
        jdbc.sql(TELLS)
                .param("id", id.value())
                .param("firmware", info.firmware())
                .param("users", info.users().orElse(null))
                .param("faces", info.faces().orElse(null))
                .update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec spec, Wish wish) {
        return spec.param("name", wish.name())
                .param("terminal", wish.terminal().map(TerminalId::value).orElse(null))
                .param("address", wish.address().orElse(null))
                .param("bound", wish.bound())
                .param("everybody", wish.everybody())
                .param("writing", wish.writing().name())
                .param("size", wish.size().name());
    }

    private static Device device(ResultSet row, int ignored) throws SQLException {
        return new Device(
                new DeviceId(row.getInt("id")),
                new SerialNo(row.getString("serial")),
                row.getString("name"),
                Optional.ofNullable(row.getObject("terminal", Integer.class)).map(TerminalId::new),
                Optional.ofNullable(row.getString("address")),
                row.getBoolean("bound"),
                row.getBoolean("everybody"),
                Writing.valueOf(row.getString("writing")),
                SizeMeaning.valueOf(row.getString("size_of")),
                Optional.ofNullable(row.getObject("seen_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("firmware"),
                Optional.ofNullable(row.getObject("users", Integer.class)),
                Optional.ofNullable(row.getObject("faces", Integer.class)),
                row.getInt("version"));
    }
}

package onecard.platform.terminals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.SerialNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `terminals.terminal`.
@Repository
class TerminalTable {
    private static final String ALL =
            """
            select id, serial, machine_no, name, merchant, outlet, served, state, version
              from terminals.terminal
             order by id
            """;

    private static final String LOCK =
            """
            select id, serial, machine_no, name, merchant, outlet, served, state, version
              from terminals.terminal
             where id = :id
               for update
            """;

    private static final String ADD =
            """
            insert into terminals.terminal
                   (serial, machine_no, name, merchant, outlet, served, state, version,
                    registered_at)
            values (:serial, :machineNo, :name, :merchant, :outlet, true, 'ACTIVE', 1, :at)
            returning id
            """;

    private static final String CHANGE =
            """
            update terminals.terminal
               set machine_no = :machineNo,
                   name = :name,
                   merchant = :merchant,
                   outlet = :outlet,
                   served = :served,
                   state = :state,
                   version = version + 1
             where id = :id
            """;

    private static final String PER_MERCHANT =
            """
            select merchant, count(*) as terminals
              from terminals.terminal
             group by merchant
            """;

    private static final String SERIAL_EXISTS =
            """
            select exists (select from terminals.terminal where serial = :serial) as found
            """;

    private static final String MACHINE_NO_EXISTS =
            """
            select exists (select
                             from terminals.terminal
                            where machine_no = :machineNo and id <> :but) as found
            """;

    private final JdbcClient jdbc;

    TerminalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A terminal with the version of its row.
    record Row(Terminal terminal, int version) {}

    List<Row> all() {
        return jdbc.sql(ALL).query(TerminalTable::row).list();
    }

    Optional<Row> lock(TerminalId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(TerminalTable::row).optional();
    }

    Terminal add(NewTerminal terminal, Instant at) {
        int id =
                jdbc.sql(ADD)
                        .param("serial", terminal.serial().value())
                        .param("machineNo", terminal.machineNo().map(MachineNo::value).orElse(null))
                        .param("name", terminal.name())
                        .param("merchant", terminal.merchant().value())
                        .param("outlet", terminal.outlet().map(OutletId::value).orElse(null))
                        .param("at", Timestamp.from(at))
                        .query((row, _) -> row.getInt("id"))
                        .single();
        return new Terminal(
                new TerminalId(id),
                terminal.serial(),
                terminal.machineNo(),
                terminal.name(),
                terminal.merchant(),
                terminal.outlet(),
                true,
                TerminalState.ACTIVE);
    }

    void change(Terminal terminal) {
        jdbc.sql(CHANGE)
                .param("id", terminal.id().value())
                .param("machineNo", terminal.machineNo().map(MachineNo::value).orElse(null))
                .param("name", terminal.name())
                .param("merchant", terminal.merchant().value())
                .param("outlet", terminal.outlet().map(OutletId::value).orElse(null))
                .param("served", terminal.served())
                .param("state", terminal.state().name())
                .update();
    }

    Map<MerchantId, Integer> perMerchant() {
        return jdbc
                .sql(PER_MERCHANT)
                .query((row, _) ->
                        Map.entry(new MerchantId(row.getInt("merchant")), row.getInt("terminals")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean exists(SerialNo serial) {
        return jdbc.sql(SERIAL_EXISTS)
                .param("serial", serial.value())
                .query((row, _) -> row.getBoolean("found"))
                .single();
    }

    /// Tells whether another terminal than this one has the number.
    boolean exists(MachineNo machineNo, int but) {
        return jdbc.sql(MACHINE_NO_EXISTS)
                .param("machineNo", machineNo.value())
                .param("but", but)
                .query((row, _) -> row.getBoolean("found"))
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Integer machineNo = row.getObject("machine_no", Integer.class);
        Integer outlet = row.getObject("outlet", Integer.class);
        return new Row(
                new Terminal(
                        new TerminalId(row.getInt("id")),
                        new SerialNo(row.getString("serial")),
                        Optional.ofNullable(machineNo).map(MachineNo::new),
                        row.getString("name"),
                        new MerchantId(row.getInt("merchant")),
                        Optional.ofNullable(outlet).map(OutletId::new),
                        row.getBoolean("served"),
                        TerminalState.valueOf(row.getString("state"))),
                row.getInt("version"));
    }
}

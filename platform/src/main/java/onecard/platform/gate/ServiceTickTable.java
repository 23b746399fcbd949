package onecard.platform.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import onecard.platform.terminals.TerminalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `gate.service_terminal`.
@Repository
class ServiceTickTable {
    private static final String ALL =
            """
            select service, terminal
              from gate.service_terminal
             order by service, terminal
            """;

    private static final String CLEAR =
            """
            delete from gate.service_terminal
             where service = :service
            """;

    private static final String TICK =
            """
            insert into gate.service_terminal (service, terminal)
            select :service, ticked
              from unnest(:terminals) as ticked
            """;

    private final JdbcClient jdbc;

    ServiceTickTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Returns which terminals are ticked, by the number of the instance.
    Map<Integer, Set<Integer>> all() {
        var ticks = new HashMap<Integer, Set<Integer>>();
        jdbc.sql(ALL)
                .query((row, _) -> Map.entry(row.getInt("service"), row.getInt("terminal")))
                .list()
                .forEach(each ->
                        ticks.computeIfAbsent(each.getKey(), _ -> new TreeSet<>())
                                .add(each.getValue()));
        return ticks;
    }

    void set(int service, Collection<TerminalId> terminals) {
        jdbc.sql(CLEAR).param("service", service).update();
        if (!terminals.isEmpty()) {
            jdbc.sql(TICK)
                    .param("service", service)
                    .param(
                            "terminals",
                            terminals.stream().map(TerminalId::value).toArray(Integer[]::new))
                    .update();
        }
    }
}

package onecard.platform.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Revision;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.TerminalRegister;
import onecard.platform.terminals.Terminals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes which instances of services there are and how they are set up. Raising the version lets
/// every node know; a port is tried before it is kept.
@Service
class ServiceDesk {
    static final ProblemKind STANDARD = new ProblemKind("service-standard", 409);

    /// Instances at most, the default ones included.
    static final int SERVICES_MAX = 16;

    private static final int NAME_MAX = 60;
    private static final int PORT_MAX = 65_535;

    private final ServiceTable table;
    private final ServiceTickTable ticks;
    private final RunningServices running;
    private final Terminals terminals;
    private final Versions versions;
    private final AuditTrail audit;

    ServiceDesk(
            ServiceTable table,
            ServiceTickTable ticks,
            RunningServices running,
            Terminals terminals,
            Versions versions,
            AuditTrail audit) {
        this.table = table;
        this.ticks = ticks;
        this.running = running;
        this.terminals = terminals;
        this.versions = versions;
        this.audit = audit;
    }

    /// How an instance shall be.
    ///
    /// @param name empty for a default instance only
    /// @param port the same
    /// @param chosen the terminals it serves where it does not serve everybody
    record Wish(
            Optional<String> name,
            Optional<Integer> port,
            boolean everybody,
            List<TerminalId> chosen) {}

    @Transactional
    public int add(ServiceKind kind, Wish wish) {
        versions.raise(Versioned.TERMINALS);
        if (table.all().size() >= SERVICES_MAX) {
            throw Problem.field("kind", "error.gate.too-many", Map.of("max", SERVICES_MAX));
        }
        check(wish, false);
        int port = wish.port().orElseThrow();
        mustBeFree(port, kind, 0);
        int id = table.add(kind, wish.name().orElseThrow(), port, wish.everybody());
        ticks.set(id, chosen(wish));
        audit.record("gate.service-added", subject(id, wish.name()), details(kind, wish));
        return id;
    }

    @Transactional
    public void change(int id, Revision seen, Wish wish) {
        versions.raise(Versioned.TERMINALS);
        ServiceTable.Row before = lock(id);
        seen.mustBe(before.version());
        check(wish, before.standard());
        if (!wish.port().equals(before.port())) {
            wish.port().ifPresent(port -> mustBeFree(port, before.kind(), id));
        }
        table.change(before.with(wish.name(), wish.port(), wish.everybody()));
        ticks.set(id, chosen(wish));
        audit.record(
                "gate.service-changed", subject(id, wish.name()), details(before.kind(), wish));
    }

    /// Starts or stops an instance, on every node.
    @Transactional
    public void run(int id, boolean now) {
        versions.raise(Versioned.TERMINALS);
        ServiceTable.Row row = lock(id);
        if (now && !runs(id)) {
            row.port().ifPresent(port -> mustBeFree(port, row.kind(), id));
        }
        table.change(row.runs(now));
        audit.record(
                now ? "gate.service-started" : "gate.service-stopped",
                subject(id, row.name()),
                Map.of());
    }

    @Transactional
    public void remove(int id) {
        versions.raise(Versioned.TERMINALS);
        ServiceTable.Row row = lock(id);
        if (row.standard()) {
            throw Problem.of(STANDARD);
        }
        table.remove(id);
        audit.record("gate.service-removed", subject(id, row.name()), Map.of());
    }

    private ServiceTable.Row lock(int id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound("service", id));
    }

    private boolean runs(int id) {
        return running.find(id).flatMap(ServiceRun::openPort).isPresent();
    }

    private void check(Wish wish, boolean standard) {
        boolean named = standard && wish.name().isEmpty();
        if (!named && !fits(wish.name().orElse(""))) {
            throw Problem.field("name", "error.terminals.name", Map.of("max", NAME_MAX));
        }
        boolean started = standard && wish.port().isEmpty();
        int port = wish.port().orElse(0);
        if (!started && (port < 1 || port > PORT_MAX)) {
            throw Problem.field("port", "error.between", Map.of("from", 1, "to", PORT_MAX));
        }
        TerminalRegister register = terminals.current();
        if (wish.chosen().stream().anyMatch(id -> register.find(id).isEmpty())) {
            throw Problem.field("terminals", "error.terminals.no-such");
        }
    }

    private static boolean fits(String name) {
        return !name.isBlank()
                && name.strip().equals(name)
                && name.length() <= NAME_MAX
                && name.chars().noneMatch(Character::isISOControl);
    }

    private void mustBeFree(int port, ServiceKind kind, int but) {
        for (ServiceTable.Row other : table.all()) {
            int its =
                    running.find(other.id())
                            .flatMap(ServiceRun::openPort)
                            .or(other::port)
                            .orElseGet(() -> running.of(other.kind()).startPort());
            if (other.id() != but && its == port) {
                throw Problem.field("port", "error.gate.port-of-another", Map.of("port", port));
            }
        }
        if (running.find(but)
                .flatMap(ServiceRun::openPort)
                .filter(own -> own == port)
                .isPresent()) {
            return;
        }
        PortTrouble.at(running.of(kind).at(port))
                .ifPresent(trouble -> {
                    throw Problem.field("port", words(trouble), Map.of("port", port));
                });
    }

    static String words(PortTrouble trouble) {
        return switch (trouble) {
            case TAKEN -> "error.gate.port-taken";
            case NOT_ALLOWED -> "error.gate.port-not-allowed";
            case NOT_OURS -> "error.gate.port-not-ours";
            case OTHER -> "error.gate.port-other";
        };
    }

    private static List<TerminalId> chosen(Wish wish) {
        return wish.everybody() ? List.of() : wish.chosen().stream().distinct().toList();
    }

    private static String subject(int id, Optional<String> name) {
        return "service " + id + name.map(said -> " " + said).orElse("");
    }

    private static Map<String, Object> details(ServiceKind kind, Wish wish) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", kind.name());
        wish.port().ifPresent(port -> details.put("port", port));
        details.put("everybody", wish.everybody());
        if (!wish.everybody()) {
            details.put("terminals", wish.chosen().stream().map(TerminalId::value).toList());
        }
        return details;
    }
}

package onecard.platform.gate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onecard.platform.system.StartFailure;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.TerminalRegister;
import onecard.platform.terminals.Terminals;
import onecard.platform.terminals.TerminalsChanged;
import onecard.vocabulary.SerialNo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes what runs on this node what the table of services says. The gates open with the platform
/// and close with it, before all else: what terminals hear last is an answer or nothing.
///
/// A default instance on the port of the start that cannot open ends the start, with a sentence
/// that names the option. Any other is shown as failed in the console, so that no setting made
/// there can lock the platform out.
@Component
class RunningServices implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServices.class);
    private static final int PHASE = Integer.MAX_VALUE - 512;

    private final List<GateService> kinds;
    private final ServiceTable table;
    private final ServiceTickTable ticks;
    private final Terminals terminals;
    private final Gates gates;
    private final Map<Integer, ServiceRun> runs = new LinkedHashMap<>();
    private boolean begun;

    RunningServices(
            List<GateService> kinds,
            ServiceTable table,
            ServiceTickTable ticks,
            Terminals terminals,
            Gates gates) {
        this.kinds = kinds;
        this.table = table;
        this.ticks = ticks;
        this.terminals = terminals;
        this.gates = gates;
    }

    @Override
    public synchronized void start() {
        begun = true;
        apply();
        try {
            runs.values().stream()
                    .filter(run -> run.row().standard() && run.row().port().isEmpty())
                    .filter(run -> run.gate().state() instanceof GateState.Failed)
                    .forEach(run -> run.gate().open());
        } catch (StartFailure e) {
            stop();
            throw e;
        }
    }

    /// Opens, closes and moves gates until they are as wanted.
    synchronized void apply() {
        if (!begun) {
            return;
        }
        List<ServiceTable.Row> wanted = table.all();
        Map<Integer, Set<SerialNo>> ticked = ticked();
        var gone = new LinkedHashMap<>(runs);
        for (ServiceTable.Row row : wanted) {
            gone.remove(row.id());
            ServiceRun run = run(row);
            run.is(row, ticked.getOrDefault(row.id(), Set.of()));
        }
        gone.forEach((id, run) -> {
            runs.remove(id);
            gates.drop(run.gate());
        });
        runs.values().forEach(RunningServices::openOrClose);
    }

    private Map<Integer, Set<SerialNo>> ticked() {
        TerminalRegister register = terminals.current();
        var ticked = new HashMap<Integer, Set<SerialNo>>();
        ticks.all()
                .forEach((service, chosen) ->
                        ticked.put(
                                service,
                                chosen.stream()
                                        .flatMap(id -> register.find(new TerminalId(id)).stream())
                                        .map(Terminal::serial)
                                        .collect(Collectors.toSet())));
        return ticked;
    }

    /// An instance that moves leaves its old port first, and takes its sessions along.
    private ServiceRun run(ServiceTable.Row row) {
        ServiceRun run = runs.get(row.id());
        if (run != null && run.row().port().equals(row.port())) {
            return run;
        }
        ServiceLog log = run == null ? new ServiceLog() : run.log();
        if (run != null) {
            gates.drop(run.gate());
        }
        GateService service = of(row.kind());
        var made = new ServiceRun(row, log);
        made.has(gates.before(service.door(), service.settings(row), made));
        if (row.standard()) {
            service.has(made.gate());
        }
        runs.put(row.id(), made);
        return made;
    }

    private static void openOrClose(ServiceRun run) {
        boolean open = run.gate().state() instanceof GateState.Open;
        if (!run.row().running() && !(run.gate().state() instanceof GateState.Closed)) {
            run.gate().close();
        } else if (run.row().running() && !open) {
            try {
                run.gate().open();
            } catch (StartFailure e) {
                LOG.warn("Service {} does not run: {}", run.row().id(), e.getMessage());
            }
        }
    }

    GateService of(ServiceKind kind) {
        return kinds.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    /// Returns what runs here under this number.
    synchronized Optional<ServiceRun> find(int id) {
        return Optional.ofNullable(runs.get(id));
    }

    /// Another node, or this one, changed the register or the services. Closing may take seconds,
    /// and whoever watches the register must not wait for it.
    @EventListener
    void on(TerminalsChanged news) {
        Thread.ofVirtual()
                .name("services")
                .start(() -> {
                    try {
                        apply();
                    } catch (RuntimeException e) {
                        LOG.warn("The services are not as wanted yet: {}", e.toString());
                    }
                });
    }

    @Override
    public synchronized void stop() {
        begun = false;
        runs.values().forEach(run -> run.gate().close());
    }

    @Override
    public synchronized boolean isRunning() {
        return begun;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

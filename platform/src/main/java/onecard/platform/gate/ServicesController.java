package onecard.platform.gate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Revision;
import onecard.platform.terminals.TerminalId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The instances of the online trade service and of the record service. They belong to the whole
/// site: an operator of some merchants sees them, and the lines of those merchants' terminals, and
/// changes nothing.
@RestController
@RequestMapping("/api/v1/services")
class ServicesController {
    private final ServiceDesk desk;
    private final ServiceTable table;
    private final ServiceTickTable ticks;
    private final RunningServices running;
    private final CurrentOperator operator;

    ServicesController(
            ServiceDesk desk,
            ServiceTable table,
            ServiceTickTable ticks,
            RunningServices running,
            CurrentOperator operator) {
        this.desk = desk;
        this.table = table;
        this.ticks = ticks;
        this.running = running;
        this.operator = operator;
    }

    /// How an instance is on this node.
    enum ServiceState {
        RUNNING,
        STOPPED,
        FAILED
    }

    /// @param name absent: the default instance, which nobody has named
    /// @param port absent: the one the platform was started with
    /// @param startPort that one; 0 takes any that is free
    /// @param openPort the port it really listens on
    /// @param trouble why it does not run although it should
    /// @param terminals whom it serves where it does not serve everybody
    /// @param answered messages answered since it got this port
    /// @param notServed messages of terminals that are not ticked
    /// @param fromOutside whether another machine was heard
    record ServiceItem(
            int id,
            ServiceKind kind,
            boolean standard,
            Optional<String> name,
            Optional<Integer> port,
            int startPort,
            ServiceState state,
            Optional<Integer> openPort,
            Optional<PortTrouble> trouble,
            boolean everybody,
            List<Integer> terminals,
            long answered,
            long notServed,
            boolean fromOutside,
            long revision) {}

    record ServiceList(List<ServiceItem> items) {}

    record NewServiceBody(
            @NotNull ServiceKind kind,
            @NotNull String name,
            int port,
            boolean everybody,
            @NotNull List<Integer> terminals) {}

    record ServiceBody(
            Optional<String> name,
            Optional<Integer> port,
            boolean everybody,
            @NotNull List<Integer> terminals) {}

    record KnockedItem(String address, boolean answered) {}

    record PortTestItem(
            PortTest.Verdict verdict, Optional<Integer> port, List<KnockedItem> knocks) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    ServiceList listServices() {
        Map<Integer, Set<Integer>> ticked = ticks.all();
        return new ServiceList(
                table.all().stream()
                        .map(row -> item(row, ticked.getOrDefault(row.id(), Set.of())))
                        .toList());
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping
    ResponseEntity<ServiceItem> addService(@Valid @RequestBody NewServiceBody body) {
        mustBeOfTheSite();
        int id =
                desk.add(
                        body.kind(),
                        wish(
                                Optional.of(body.name()),
                                Optional.of(body.port()),
                                body.everybody(),
                                body.terminals()));
        return answer(HttpStatus.CREATED, id);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PutMapping("/{id}")
    ResponseEntity<ServiceItem> changeService(
            @PathVariable int id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody ServiceBody body) {
        mustBeOfTheSite();
        desk.change(
                id, revision, wish(body.name(), body.port(), body.everybody(), body.terminals()));
        return answer(HttpStatus.OK, id);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping("/{id}/start")
    ResponseEntity<ServiceItem> startService(@PathVariable int id) {
        mustBeOfTheSite();
        desk.run(id, true);
        return answer(HttpStatus.OK, id);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping("/{id}/stop")
    ResponseEntity<ServiceItem> stopService(@PathVariable int id) {
        mustBeOfTheSite();
        desk.run(id, false);
        return answer(HttpStatus.OK, id);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeService(@PathVariable int id) {
        mustBeOfTheSite();
        desk.remove(id);
        running.apply();
    }

    /// Knocks at the port as a terminal would, by each address of this machine.
    @Needs(Permission.SEE_TERMINALS)
    @PostMapping("/{id}/test-port")
    PortTestItem testServicePort(@PathVariable int id) {
        ServiceRun run = run(id);
        Optional<Integer> port = run.openPort();
        PortTest.Result result =
                port.map(open ->
                                PortTest.of(
                                        running.of(run.row().kind()).at(open).getAddress(),
                                        open,
                                        Addresses.own(),
                                        run.gate().counts().fromOutside() > 0))
                        .orElseGet(
                                () -> new PortTest.Result(PortTest.Verdict.NOT_RUNNING, List.of()));
        return new PortTestItem(
                result.verdict(),
                port,
                result.knocks().stream()
                        .map(knock -> new KnockedItem(knock.address(), knock.answered()))
                        .toList());
    }

    private void mustBeOfTheSite() {
        if (operator.get().merchants().forSql() != null) {
            throw Problem.of(ProblemKind.FORBIDDEN);
        }
    }

    private ServiceRun run(int id) {
        return running.find(id).orElseThrow(() -> Problem.notFound("service", id));
    }

    private static ServiceDesk.Wish wish(
            Optional<String> name,
            Optional<Integer> port,
            boolean everybody,
            List<Integer> chosen) {
        if (chosen.stream().anyMatch(id -> id < 1)) {
            throw Problem.field("terminals", "error.terminals.no-such");
        }
        return new ServiceDesk.Wish(
                name.map(String::strip).filter(said -> !said.isEmpty()),
                port,
                everybody,
                chosen.stream().map(TerminalId::new).toList());
    }

    /// What was changed takes effect here before the answer leaves.
    private ResponseEntity<ServiceItem> answer(HttpStatus status, int id) {
        running.apply();
        ServiceItem item =
                table.all().stream()
                        .filter(row -> row.id() == id)
                        .map(row -> item(row, ticks.all().getOrDefault(id, Set.of())))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("service", id));
        return ResponseEntity.status(status).eTag(new Revision(item.revision()).etag()).body(item);
    }

    private ServiceItem item(ServiceTable.Row row, Set<Integer> ticked) {
        Optional<Gate> gate = running.find(row.id()).map(ServiceRun::gate);
        Optional<GateCounts> counts = gate.map(Gate::counts);
        GateState state = gate.map(Gate::state).orElseGet(GateState.Closed::new);
        return new ServiceItem(
                row.id(),
                row.kind(),
                row.standard(),
                row.name(),
                row.port(),
                running.of(row.kind()).startPort(),
                switch (state) {
                    case GateState.Open _ -> ServiceState.RUNNING;
                    case GateState.Closed _ -> ServiceState.STOPPED;
                    case GateState.Failed _ -> ServiceState.FAILED;
                },
                state instanceof GateState.Open(int open) ? Optional.of(open) : Optional.empty(),
                state instanceof GateState.Failed(var trouble, var _)
                        ? Optional.of(trouble)
                        : Optional.empty(),
                row.everybody(),
                List.copyOf(ticked),
                counts.map(GateCounts::answered).orElse(0L),
                counts.map(GateCounts::notServed).orElse(0L),
                counts.map(GateCounts::fromOutside).orElse(0L) > 0,
                row.version());
    }
}

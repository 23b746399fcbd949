package onecard.platform.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalRegister;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the services of this node answered lately. An operator of some merchants reads the lines of
/// those merchants' terminals.
@RestController
@RequestMapping("/api/v1/services/{id}/log")
class ServiceLogController {
    private final RunningServices running;
    private final Terminals terminals;
    private final CurrentOperator operator;

    ServiceLogController(RunningServices running, Terminals terminals, CurrentOperator operator) {
        this.running = running;
        this.terminals = terminals;
        this.operator = operator;
    }

    /// @param no counts the lines; `after` takes it
    /// @param path what was asked for
    /// @param pieces how many records
    /// @param words what the terminal was told beside the result
    record ServiceLine(
            long no,
            Instant at,
            String serial,
            Optional<Integer> machineNo,
            String terminalName,
            String address,
            String path,
            ServiceLog.Result result,
            Optional<Long> amountCents,
            Optional<Refusal> refusal,
            Optional<Integer> pieces,
            Optional<String> words) {}

    record ServiceLines(List<ServiceLine> items) {}

    /// Tells what an instance answered after a line, oldest first; the newest
    /// [ServiceLog#LINES_MAX] are kept.
    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    ServiceLines readServiceLog(@PathVariable int id, @RequestParam Optional<Long> after) {
        TerminalRegister register = terminals.current();
        var scope = operator.get().merchants();
        return new ServiceLines(
                log(id).after(after.orElse(0L)).stream()
                        .map(line -> line(line, register.bySerial(line.terminal()), scope::covers))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<ServiceLine> line(
            ServiceLog.Line line, Optional<Terminal> terminal, IntPredicate mayBeSeen) {
        return terminal.filter(each -> mayBeSeen.test(each.merchant().value()))
                .map(each ->
                        new ServiceLine(
                                line.no(),
                                line.at(),
                                line.terminal().value(),
                                each.machineNo().map(MachineNo::value),
                                each.name(),
                                line.address(),
                                line.path(),
                                line.result(),
                                line.amount().map(Money::cents),
                                line.refusal(),
                                line.pieces(),
                                line.words()));
    }

    private ServiceLog log(int id) {
        return running.find(id)
                .map(ServiceRun::log)
                .orElseThrow(() -> Problem.notFound("service", id));
    }
}

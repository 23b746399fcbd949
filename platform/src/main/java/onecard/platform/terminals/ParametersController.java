package onecard.platform.terminals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The operating parameters of terminals (设备运行参数) in the console. An operator of one merchant sets
/// and sees that merchant's.
@RestController
@RequestMapping("/api/v1/terminals/parameters")
class ParametersController {
    /// Most terminals in one call that names them.
    static final int TERMINALS_MAX = 5_000;

    private final RegisterSnapshot register;
    private final ParameterDesk desk;
    private final CurrentOperator operator;

    ParametersController(RegisterSnapshot register, ParameterDesk desk, CurrentOperator operator) {
        this.register = register;
        this.desk = desk;
        this.operator = operator;
    }

    record ParameterItem(int terminalId, long version, Instant wantedAt, ParameterForm values) {}

    /// @param usual what a terminal gets in what is left out at its first setting
    record ParameterList(ParameterForm usual, List<ParameterItem> items) {}

    /// Whose parameters to set: those of some terminals, of one merchant, or of all.
    ///
    /// @param all true: every terminal that the operator may see
    /// @param change what shall be otherwise; what is left out stays as it is at each terminal
    record ParameterChange(
            Optional<@Size(min = 1, max = TERMINALS_MAX) List<@Positive Integer>> terminalIds,
            Optional<@Positive Integer> merchantId,
            Optional<Boolean> all,
            @NotNull @Valid ParameterPatch change) {
        boolean isClear() {
            int ways = terminalIds.isPresent() ? 1 : 0;
            ways += merchantId.isPresent() ? 1 : 0;
            ways += all.orElse(false) ? 1 : 0;
            return ways == 1;
        }

        boolean chooses(Terminal terminal) {
            return all.orElse(false)
                    || merchantId.filter(id -> id == terminal.merchant().value()).isPresent()
                    || terminalIds.filter(ids -> ids.contains(terminal.id().value())).isPresent();
        }
    }

    /// @param terminals of how many terminals the parameters were set
    record ParametersSet(int terminals) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    ParameterList listTerminalParameters() {
        var state = register.current();
        return new ParameterList(
                ParameterForm.of(TerminalParameters.USUAL),
                state.parameters().values().stream()
                        .filter(wanted ->
                                state.find(wanted.terminal()).filter(this::mayBeSeen).isPresent())
                        .map(wanted ->
                                new ParameterItem(
                                        wanted.terminal().value(),
                                        wanted.version(),
                                        wanted.wantedAt(),
                                        ParameterForm.of(wanted.values())))
                        .toList());
    }

    /// Sets parameters, and sends them to the terminals at once, or when they speak again. Set
    /// again to what they are, they are sent again.
    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping
    ParametersSet setTerminalParameters(@Valid @RequestBody ParameterChange body) {
        if (!body.isClear()) {
            throw Problem.field("terminalIds", "error.terminals.choose-terminals");
        }
        var chosen =
                register.current().all().stream()
                        .filter(this::mayBeSeen)
                        .filter(terminal -> terminal.state() == TerminalState.ACTIVE)
                        .filter(body::chooses)
                        .toList();
        body.terminalIds().ifPresent(ids -> mustBeThere(ids, chosen));
        if (chosen.isEmpty()) {
            throw Problem.field("terminalIds", "error.terminals.choose-terminals");
        }
        desk.set(chosen, body.change());
        return new ParametersSet(chosen.size());
    }

    private static void mustBeThere(List<Integer> ids, List<Terminal> chosen) {
        var found = new HashSet<>(chosen.stream().map(each -> each.id().value()).toList());
        for (int id : ids) {
            if (!found.contains(id)) {
                throw Problem.notFound("terminal", id);
            }
        }
    }

    private boolean mayBeSeen(Terminal terminal) {
        return operator.get().merchants().covers(terminal.merchant().value());
    }
}

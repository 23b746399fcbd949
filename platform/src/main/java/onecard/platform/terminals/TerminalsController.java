package onecard.platform.terminals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.merchants.OutletId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.SerialNo;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The register of terminals (设备登记) and their lamps. An operator of one merchant sees that
/// merchant's.
@RestController
@RequestMapping("/api/v1/terminals")
class TerminalsController {
    private final RegisterSnapshot register;
    private final TerminalDesk desk;
    private final SignsOfLife signs;
    private final Lamps lamps;
    private final ListStates lists;
    private final ParameterStates parameters;
    private final KnockTable knocks;
    private final Merchants merchants;
    private final CurrentOperator operator;
    private final InstantSource clock;

    TerminalsController(
            RegisterSnapshot register,
            TerminalDesk desk,
            SignsOfLife signs,
            Lamps lamps,
            ListStates lists,
            ParameterStates parameters,
            KnockTable knocks,
            Merchants merchants,
            CurrentOperator operator,
            InstantSource clock) {
        this.register = register;
        this.desk = desk;
        this.signs = signs;
        this.lamps = lamps;
        this.lists = lists;
        this.parameters = parameters;
        this.knocks = knocks;
        this.merchants = merchants;
        this.operator = operator;
        this.clock = clock;
    }

    /// @param lampReason why the lamp is as it is, in the caller's language
    /// @param clockOffsetMs how far the terminal's clock is ahead
    /// @param unsent records that wait at the terminal
    /// @param reportedAt when it last said what it has
    /// @param lists which lists of cards it has
    /// @param parameters whether it works by the parameters wanted of it
    /// @param revision what to send as `If-Match` when changing it
    record TerminalItem(
            int id,
            String serial,
            Optional<Integer> machineNo,
            String name,
            int merchantId,
            String merchantName,
            Optional<Integer> outletId,
            Optional<String> outletName,
            TerminalState state,
            boolean served,
            Lamp.Colour lamp,
            String lampReason,
            Optional<Instant> lastHeardAt,
            Optional<String> lastAddress,
            Optional<Instant> lastPurchaseAt,
            Optional<String> firmware,
            Optional<Long> clockOffsetMs,
            Optional<Integer> unsent,
            Optional<String> lastError,
            Optional<Instant> reportedAt,
            ListStates.TerminalLists lists,
            ParameterStates.ParameterState parameters,
            long revision) {}

    record TerminalList(List<TerminalItem> items) {}

    record NewTerminalBody(
            @NotNull String serial,
            Optional<Integer> machineNo,
            @NotNull String name,
            @Positive int merchantId,
            Optional<@Positive Integer> outletId) {}

    /// @param key shown here and never again
    record RegisteredItem(TerminalItem terminal, String key) {}

    record KeyItem(String key) {}

    record KnockItem(String serial, String address, long times, Instant firstAt, Instant lastAt) {}

    record KnockList(List<KnockItem> items) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    TerminalList listTerminals() {
        var state = register.current();
        Map<TerminalId, Sign> all = signs.all();
        var look = new Look(lists.look(all.values()), parameters.look());
        return new TerminalList(
                state.byId().values().stream()
                        .filter(row -> mayBeSeen(row.terminal().merchant()))
                        .map(row ->
                                item(row, Optional.ofNullable(all.get(row.terminal().id())), look))
                        .toList());
    }

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping("/{id}")
    ResponseEntity<TerminalItem> readTerminal(@PathVariable @Positive int id) {
        return answer(HttpStatus.OK, seen(id).terminal().id());
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegisteredItem registerTerminal(@Valid @RequestBody NewTerminalBody body) {
        mustBeSeen("merchantId", body.merchantId());
        String serial = body.serial().strip();
        if (!SerialNo.exists(serial)) {
            throw Problem.field("serial", "error.terminals.serial");
        }
        TerminalDesk.Registered added =
                desk.register(
                        new NewTerminal(
                                new SerialNo(serial),
                                body.machineNo().map(TerminalsController::machineNo),
                                body.name().strip(),
                                new MerchantId(body.merchantId()),
                                body.outletId().map(OutletId::new)));
        return new RegisteredItem(item(added.terminal().id()), added.key());
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PatchMapping("/{id}")
    ResponseEntity<TerminalItem> changeTerminal(
            @PathVariable @Positive int id,
            @RequestHeader("If-Match") Revision revision,
            @RequestBody TerminalPatch patch) {
        Terminal before = seen(id).terminal();
        TerminalDesk.Change change =
                patch.on(before, Optional.of(Math.toIntExact(revision.number())));
        mustBeSeen("merchantId", change.merchant().value());
        return answer(HttpStatus.OK, desk.change(before.id(), change).id());
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping("/{id}/rotate-key")
    KeyItem rotateTerminalKey(@PathVariable @Positive int id) {
        return new KeyItem(desk.rotateKey(seen(id).terminal().id()));
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping("/{id}/revoke")
    ResponseEntity<TerminalItem> revokeTerminal(@PathVariable @Positive int id) {
        return answer(HttpStatus.OK, desk.revoke(seen(id).terminal().id()).id());
    }

    /// Lists who tried to come in under a name that is not registered, the latest first.
    @Needs(Permission.SEE_TERMINALS)
    @GetMapping("/knocking")
    KnockList listKnocking() {
        return new KnockList(
                knocks.all().stream()
                        .map(row ->
                                new KnockItem(
                                        row.identity(),
                                        row.address(),
                                        row.times(),
                                        row.firstAt(),
                                        row.lastAt()))
                        .toList());
    }

    static MachineNo machineNo(int typed) {
        if (!MachineNo.exists(typed)) {
            throw Problem.field("machineNo", "error.between", Map.of("from", 1, "to", 999));
        }
        return new MachineNo(typed);
    }

    private boolean mayBeSeen(MerchantId merchant) {
        return operator.get().merchants().covers(merchant.value());
    }

    private void mustBeSeen(String field, int merchant) {
        if (!operator.get().merchants().covers(merchant)) {
            throw Problem.field(field, "error.terminals.no-such");
        }
    }

    private TerminalTable.Row seen(int id) {
        return Optional.ofNullable(register.current().byId().get(new TerminalId(id)))
                .filter(row -> mayBeSeen(row.terminal().merchant()))
                .orElseThrow(() -> Problem.notFound("terminal", id));
    }

    private ResponseEntity<TerminalItem> answer(HttpStatus status, TerminalId id) {
        TerminalItem item = item(id);
        return ResponseEntity.status(status).eTag(new Revision(item.revision()).etag()).body(item);
    }

    private TerminalItem item(TerminalId id) {
        TerminalTable.Row row =
                Optional.ofNullable(register.current().byId().get(id))
                        .orElseThrow(() -> Problem.notFound("terminal", id.value()));
        var sign = Optional.ofNullable(signs.all().get(id));
        return item(row, sign, new Look(lists.look(sign.stream().toList()), parameters.look()));
    }

    private record Look(ListStates.Look lists, ParameterStates.Look parameters) {}

    private TerminalItem item(TerminalTable.Row row, Optional<Sign> sign, Look look) {
        Terminal terminal = row.terminal();
        Instant now = clock.instant();
        Lamp lamp = Lamp.of(terminal, sign, now);
        Optional<Merchant> merchant = merchants.find(terminal.merchant());
        Optional<Heard.Report> report = sign.flatMap(Sign::report);
        return new TerminalItem(
                terminal.id().value(),
                terminal.serial().value(),
                terminal.machineNo().map(MachineNo::value),
                terminal.name(),
                terminal.merchant().value(),
                merchant.map(Merchant::name).orElse(""),
                terminal.outlet().map(OutletId::value),
                terminal.outlet().flatMap(outlet -> outletName(merchant, outlet)),
                terminal.state(),
                terminal.served(),
                lamp.colour(),
                lamps.reason(operator.language(), lamp, sign, now),
                sign.map(Sign::heardAt),
                sign.map(Sign::address),
                sign.flatMap(Sign::boughtAt),
                report.map(Heard.Report::firmware),
                report.map(each -> each.clockOffset().toMillis()),
                report.map(Heard.Report::unsent),
                report.flatMap(Heard.Report::lastError),
                sign.flatMap(Sign::reportedAt),
                look.lists().of(sign),
                look.parameters().of(terminal.id()),
                row.version());
    }

    private static Optional<String> outletName(Optional<Merchant> merchant, OutletId outlet) {
        return merchant.flatMap(owner ->
                owner.outlets().stream()
                        .filter(each -> each.id().equals(outlet))
                        .map(Merchant.Outlet::name)
                        .findFirst());
    }
}

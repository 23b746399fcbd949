package onecard.platform.terminals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who sells without asking, and what that comes to (脱机敞口, `W-05`). An operator of one merchant
/// sees that merchant's.
@RestController
@RequestMapping("/api/v1/terminals/alone")
class AloneController {
    private final RegisterSnapshot register;
    private final SignsOfLife signs;
    private final AloneSigns alone;
    private final Merchants merchants;
    private final CurrentOperator operator;
    private final InstantSource clock;

    AloneController(
            RegisterSnapshot register,
            SignsOfLife signs,
            AloneSigns alone,
            Merchants merchants,
            CurrentOperator operator,
            InstantSource clock) {
        this.register = register;
        this.signs = signs;
        this.alone = alone;
        this.merchants = merchants;
        this.operator = operator;
        this.clock = clock;
    }

    /// Why a terminal sells without asking.
    enum AloneWhy {
        /// An operator wants it so.
        BY_PARAMETER,
        /// Its requests stayed without an answer.
        NO_ANSWER
    }

    /// @param toDo it could ask: it was told to sell by itself, and the platform answers it
    /// @param unsent records that wait at the terminal
    /// @param storedCents what those come to that were sold without asking
    /// @param boundCents what it may sell by itself until records are in; left out it is unlimited
    record AloneItem(
            int terminalId,
            String serial,
            Optional<Integer> machineNo,
            String name,
            String merchantName,
            AloneWhy why,
            Instant since,
            boolean toDo,
            int unsent,
            long storedCents,
            Optional<Long> boundCents) {}

    /// @param storedCents what all of them sold that we do not have yet
    /// @param toDo how many of them could ask
    record AloneList(List<AloneItem> items, long storedCents, int toDo) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    AloneList listTerminalsAlone() {
        var state = register.current();
        var said = alone.all();
        var heard = signs.all();
        var items = new ArrayList<AloneItem>();
        for (Terminal terminal : state.all()) {
            if (terminal.state() == TerminalState.ACTIVE
                    && operator.get().merchants().covers(terminal.merchant().value())) {
                item(
                                terminal,
                                Optional.ofNullable(state.parameters().get(terminal.id())),
                                Optional.ofNullable(said.get(terminal.id())),
                                Optional.ofNullable(heard.get(terminal.id())))
                        .ifPresent(items::add);
            }
        }
        return new AloneList(
                List.copyOf(items),
                items.stream().mapToLong(AloneItem::storedCents).reduce(0, Math::addExact),
                (int) items.stream().filter(AloneItem::toDo).count());
    }

    private Optional<AloneItem> item(
            Terminal terminal,
            Optional<WantedParameters> wanted,
            Optional<SellsAlone> said,
            Optional<Sign> sign) {
        boolean told =
                wanted.filter(each ->
                                each.values().purchaseMode() == PurchaseMode.STORE_AND_FORWARD)
                        .isPresent();
        Optional<Instant> since =
                told ? wanted.map(WantedParameters::wantedAt) : said.flatMap(SellsAlone::since);
        boolean heard = Lamp.of(terminal, sign, clock.instant()) == Lamp.HEARD;
        OfflineBounds bounds =
                wanted.map(each -> each.values().offline()).orElse(OfflineBounds.USUAL);
        return since.map(moment ->
                new AloneItem(
                        terminal.id().value(),
                        terminal.serial().value(),
                        terminal.machineNo().map(MachineNo::value),
                        terminal.name(),
                        merchants.find(terminal.merchant()).map(Merchant::name).orElse(""),
                        told ? AloneWhy.BY_PARAMETER : AloneWhy.NO_ANSWER,
                        moment,
                        told && heard,
                        sign.flatMap(Sign::report).map(Heard.Report::unsent).orElse(0),
                        said.map(SellsAlone::stored).map(Money::cents).orElse(0L),
                        bounds.perTerminal().map(Money::cents)));
    }
}

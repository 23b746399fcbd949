package onecard.platform.collection;

import java.util.Optional;
import onecard.platform.gate.Noticeboard;
import onecard.platform.terminals.ModeSlot;
import onecard.platform.terminals.OfflineBounds;
import onecard.platform.terminals.TerminalParameters;
import onecard.platform.terminals.Terminals;
import onecard.platform.terminals.WantedParameters;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Failure;
import onecard.wire.ModePlan;
import onecard.wire.OfflineLimits;
import onecard.wire.Parameters;
import onecard.wire.ParametersAnswer;
import org.springframework.stereotype.Component;

/// Hands out the parameters of terminals. Whose nobody has set any is told that there is no such
/// resource, and works by what was keyed into it.
@Component
class ParameterCounter {
    private final Terminals terminals;
    private final Noticeboard noticeboard;

    ParameterCounter(Terminals terminals, Noticeboard noticeboard) {
        this.terminals = terminals;
        this.noticeboard = noticeboard;
    }

    Answer of(SerialNo terminal) {
        return terminals
                .wanted(terminal)
                .<Answer>map(wanted ->
                        new ParametersAnswer(parameters(wanted), noticeboard.newest(terminal)))
                .orElseGet(Failure.NoSuchResource::new);
    }

    private static Parameters parameters(WantedParameters wanted) {
        TerminalParameters values = wanted.values();
        return new Parameters(
                wanted.version(),
                wanted.machineNo(),
                wanted.merchantName(),
                values.mode(),
                values.fixedAmount(),
                values.repeatInterval(),
                values.tillTime(),
                values.heartbeat(),
                values.purchaseMode(),
                values.physicalNumber(),
                values.checkAllowList(),
                limits(values.offline()),
                values.switchAfter(),
                values.slots().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ModePlan(
                                        wanted.zone(),
                                        values.slots().stream()
                                                .map(ParameterCounter::slot)
                                                .toList())));
    }

    private static OfflineLimits limits(OfflineBounds bounds) {
        return new OfflineLimits(
                bounds.perPurchase(), bounds.perCard(), bounds.perTerminal(), bounds.listAge());
    }

    private static ModePlan.Slot slot(ModeSlot slot) {
        return new ModePlan.Slot(
                slot.weekdays(),
                slot.fromMinute(),
                slot.toMinute(),
                slot.mode(),
                slot.fixedAmount());
    }
}

package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.SerialNo;
import onecard.wire.ModePlan;
import onecard.wire.OfflineLimits;
import onecard.wire.Parameters;

/// How a terminal is set: what was keyed into it, or what the platform sent since.
///
/// @param parameterVersion the platform's version, 0 for what was keyed in
/// @param repeatInterval the terminal's own check between two purchases of one card (`M-032`)
/// @param tillTime after this the till stops waiting for an answer
/// @param heartbeat time between two `/state`
/// @param purchaseMode who decides a purchase (`M-099`)
/// @param checkAllowList whether cards that are not on the allow list are refused (`M-097`)
/// @param offline what it may sell by itself (`D-34`)
/// @param switchAfter after so many requests in a row without an answer it sells by itself until
///   the platform answers again; 0: never
/// @param plan when it works otherwise than `mode` and `fixedAmount` say (`M-103`)
public record TerminalSetup(
        SerialNo serial,
        Optional<MachineNo> machineNo,
        String merchant,
        Mode mode,
        Money fixedAmount,
        long parameterVersion,
        Duration repeatInterval,
        Duration tillTime,
        Duration heartbeat,
        PurchaseMode purchaseMode,
        boolean checkAllowList,
        OfflineLimits offline,
        int switchAfter,
        Optional<ModePlan> plan) {

    /// A terminal that is as usual in all that cannot be keyed in.
    public TerminalSetup(
            SerialNo serial,
            Optional<MachineNo> machineNo,
            String merchant,
            Mode mode,
            Money fixedAmount,
            long parameterVersion,
            Duration repeatInterval,
            Duration tillTime,
            Duration heartbeat) {
        this(
                serial,
                machineNo,
                merchant,
                mode,
                fixedAmount,
                parameterVersion,
                repeatInterval,
                tillTime,
                heartbeat,
                PurchaseMode.ONLINE,
                false,
                OfflineLimits.USUAL,
                0,
                Optional.empty());
    }

    /// Returns the same terminal with other parameters.
    TerminalSetup with(Parameters parameters) {
        return new TerminalSetup(
                serial,
                parameters.machineNo(),
                parameters.merchant(),
                parameters.mode(),
                parameters.fixedAmount(),
                parameters.version(),
                parameters.repeatInterval(),
                parameters.tillTime(),
                parameters.heartbeat(),
                parameters.purchaseMode(),
                parameters.checkAllowList(),
                parameters.offline(),
                parameters.switchAfter(),
                parameters.plan());
    }

    /// Returns the same terminal with another working mode.
    public TerminalSetup with(Mode newMode, Money newFixedAmount) {
        return with(machineNo, newMode, newFixedAmount, repeatInterval, purchaseMode);
    }

    TerminalSetup with(MachineNo newMachineNo) {
        return with(Optional.of(newMachineNo), mode, fixedAmount, repeatInterval, purchaseMode);
    }

    TerminalSetup with(Duration newRepeatInterval) {
        return with(machineNo, mode, fixedAmount, newRepeatInterval, purchaseMode);
    }

    TerminalSetup with(PurchaseMode newPurchaseMode) {
        return with(machineNo, mode, fixedAmount, repeatInterval, newPurchaseMode);
    }

    private TerminalSetup with(
            Optional<MachineNo> newMachineNo,
            Mode newMode,
            Money newFixedAmount,
            Duration newRepeatInterval,
            PurchaseMode newPurchaseMode) {
        return new TerminalSetup(
                serial,
                newMachineNo,
                merchant,
                newMode,
                newFixedAmount,
                parameterVersion,
                newRepeatInterval,
                tillTime,
                heartbeat,
                newPurchaseMode,
                checkAllowList,
                offline,
                switchAfter,
                plan);
    }

    /// Returns after how many unanswered requests it sells by itself: never, if it does so anyway.
    int switchesAfter() {
        return purchaseMode == PurchaseMode.ONLINE ? switchAfter : 0;
    }

    /// Returns the slot of its plan that holds at a moment.
    public Optional<ModePlan.Slot> slot(Instant moment) {
        return plan.flatMap(each -> each.at(moment));
    }

    /// Returns how it works at a moment: in the mode its plan says, if it says any.
    TerminalSetup at(Instant moment) {
        return slot(moment).map(each -> with(each.mode(), each.fixedAmount())).orElse(this);
    }

    /// Returns how long it works as it does now; empty if for ever.
    Optional<Duration> untilChange(Instant moment) {
        return plan.flatMap(each -> each.nextChange(moment))
                .map(change -> Duration.between(moment, change));
    }
}

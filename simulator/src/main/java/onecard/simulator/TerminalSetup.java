package onecard.simulator;

import java.time.Duration;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Parameters;

/// How a terminal is set: what was keyed into it, or what the platform sent since.
///
/// @param parameterVersion the platform's version, 0 for what was keyed in
/// @param repeatInterval the terminal's own check between two purchases of one card (`M-032`)
/// @param tillTime after this the till stops waiting for an answer
/// @param heartbeat time between two `/state`
public record TerminalSetup(
        SerialNo serial,
        Optional<MachineNo> machineNo,
        String merchant,
        Mode mode,
        Money fixedAmount,
        long parameterVersion,
        Duration repeatInterval,
        Duration tillTime,
        Duration heartbeat) {

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
                parameters.heartbeat());
    }

    /// Returns the same terminal with another working mode.
    public TerminalSetup with(Mode newMode, Money newFixedAmount) {
        return new TerminalSetup(
                serial,
                machineNo,
                merchant,
                newMode,
                newFixedAmount,
                parameterVersion,
                repeatInterval,
                tillTime,
                heartbeat);
    }
}

package onecard.wire;

import java.time.Duration;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// The operating parameters of one terminal (设备运行参数).
///
/// @param version rises with every change
/// @param machineNo what people call the terminal; those beyond 999 have none (`D-27`)
/// @param merchant the name on the display
/// @param mode how the price comes about
/// @param fixedAmount the price in fixed mode
/// @param repeatInterval the terminal's own check between two purchases of one card, whole seconds,
///   0 to 5,940
/// @param tillTime after this the till stops waiting for an answer, whole milliseconds
/// @param heartbeat time between two `/state`, whole seconds
public record Parameters(
        long version,
        Optional<MachineNo> machineNo,
        String merchant,
        Mode mode,
        Money fixedAmount,
        Duration repeatInterval,
        Duration tillTime,
        Duration heartbeat) {
    public Parameters {
        Limits.requireVersion(version);
        Limits.requireText(merchant, Limits.MAX_NAME_CHARS);
        Limits.requireBetween(
                "A fixed amount in cents", 0, Limits.MAX_PRICE_CENTS, fixedAmount.cents());
        repeatInterval = Limits.requireSeconds(repeatInterval, 0, Limits.MAX_REPEAT_SECONDS);
        heartbeat = Limits.requireSeconds(heartbeat, 1, Limits.MAX_HEARTBEAT_SECONDS);
        Limits.requireBetween(
                "The time at the till in ms", 1, Limits.MAX_TILL_MILLIS, tillTime.toMillis());
        tillTime = Duration.ofMillis(tillTime.toMillis());
    }
}

package onecard.wire;

import java.time.Duration;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;

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
/// @param purchaseMode whether the platform decides purchases or the terminal (`M-099`)
/// @param physicalNumber whether a card is known by its physical number (`M-096`), or by one that
///   is written on it
/// @param checkAllowList whether cards that are not on the allow list are refused (`M-097`)
/// @param offline what the terminal may sell by itself (`D-34`)
/// @param switchAfter after so many requests in a row without an answer it sells by itself until
///   the platform answers again; 0: never
/// @param plan when it works otherwise than `mode` and `fixedAmount` say (`M-103`)
public record Parameters(
        long version,
        Optional<MachineNo> machineNo,
        String merchant,
        Mode mode,
        Money fixedAmount,
        Duration repeatInterval,
        Duration tillTime,
        Duration heartbeat,
        PurchaseMode purchaseMode,
        boolean physicalNumber,
        boolean checkAllowList,
        OfflineLimits offline,
        int switchAfter,
        Optional<ModePlan> plan) {
    public Parameters {
        Limits.requireVersion(version);
        Limits.requireText(merchant, Limits.MAX_NAME_CHARS);
        Limits.requireBetween(
                "A fixed amount in cents", 0, Limits.MAX_PRICE_CENTS, fixedAmount.cents());
        repeatInterval = Limits.requireSeconds(repeatInterval, 0, Limits.MAX_REPEAT_SECONDS);
        heartbeat = Limits.requireSeconds(heartbeat, 1, Limits.MAX_HEARTBEAT_SECONDS);
        Limits.requireBetween(
                "The time at the till in ms", 1, Limits.MAX_TILL_MILLIS, tillTime.toMillis());
        Limits.requireBetween(
                "The unanswered requests before a switch", 0, Limits.MAX_SWITCH_AFTER, switchAfter);
        tillTime = Duration.ofMillis(tillTime.toMillis());
    }
}

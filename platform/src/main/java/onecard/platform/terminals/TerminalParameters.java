package onecard.platform.terminals;

import java.time.Duration;
import java.util.List;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;

/// The operating parameters of a terminal (设备运行参数). Who may buy when, how often and for how much is
/// not among them: these limits are trade rules (`M-104`).
///
/// @param mode how the price comes about (`M-100` to `M-102`)
/// @param fixedAmount the price in fixed mode
/// @param purchaseMode whether the platform decides purchases or the terminal (`M-099`)
/// @param physicalNumber whether a card is known by its physical number (`M-096`), or by one that
///   is written on it
/// @param checkAllowList whether cards that are not on the allow list are refused (`M-097`)
/// @param repeatInterval the terminal's own check between two purchases of one card (`D-20`)
/// @param tillTime after this the till stops waiting for an answer
/// @param heartbeat time between two signs of life
/// @param offline what it may sell by itself (`D-34`)
/// @param switchAfter after so many requests in a row without an answer it sells by itself until
///   the platform answers again (`W-05`); 0: never
/// @param slots when it works in another mode by itself (`M-103`); they do not overlap
public record TerminalParameters(
        Mode mode,
        Money fixedAmount,
        PurchaseMode purchaseMode,
        boolean physicalNumber,
        boolean checkAllowList,
        Duration repeatInterval,
        Duration tillTime,
        Duration heartbeat,
        OfflineBounds offline,
        int switchAfter,
        List<ModeSlot> slots) {
    /// Most slots of one terminal, as the protocol has it.
    static final int SLOTS_MAX = 24;

    /// Most unanswered requests before it sells by itself.
    static final int SWITCH_MAX = 100;

    static final TerminalParameters USUAL =
            new TerminalParameters(
                    Mode.FREE_AMOUNT,
                    Money.ZERO,
                    PurchaseMode.ONLINE,
                    true,
                    false,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    OfflineBounds.USUAL,
                    0,
                    List.of());

    public TerminalParameters {
        slots = List.copyOf(slots);
    }
}

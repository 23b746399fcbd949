package onecard.platform.terminals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Problem;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;

/// Which parameters shall be others. What is left out stays as it is at each terminal.
record ParameterPatch(
        Optional<Mode> mode,
        Optional<@Min(0) @Max(PRICE_MAX) Long> fixedCents,
        Optional<PurchaseMode> purchaseMode,
        Optional<Boolean> physicalNumber,
        Optional<Boolean> checkAllowList,
        Optional<@Min(0) @Max(5_940) Integer> repeatSeconds,
        Optional<@Min(1_000) @Max(60_000) Integer> tillMillis,
        Optional<@Min(5) @Max(60) Integer> heartbeatSeconds,
        Optional<@Valid OfflinePatch> offline,
        Optional<@Min(0) @Max(TerminalParameters.SWITCH_MAX) Integer> switchAfter,
        Optional<@Size(max = TerminalParameters.SLOTS_MAX) List<@NotNull @Valid SlotPatch>> slots) {
    static final long PRICE_MAX = 9_999_999;
    private static final long OFFLINE_MAX = 9_999_999_999L;
    private static final int AGE_MAX = 315_360_000;

    /// All four together; what is left out is unlimited.
    record OfflinePatch(
            Optional<@Min(0) @Max(OFFLINE_MAX) Long> purchaseCents,
            Optional<@Min(0) @Max(OFFLINE_MAX) Long> cardCents,
            Optional<@Min(0) @Max(OFFLINE_MAX) Long> terminalCents,
            Optional<@Min(0) @Max(AGE_MAX) Integer> listAgeSeconds) {
        OfflineBounds bounds() {
            return new ParameterForm.OfflineForm(
                            purchaseCents, cardCents, terminalCents, listAgeSeconds)
                    .bounds();
        }
    }

    /// @param weekdays 1 is Monday
    /// @param from `HH:mm`
    /// @param to end, not included; `24:00` is the end of the day
    /// @param fixedCents the price in fixed mode; left out it is 0
    record SlotPatch(
            @NotNull @Size(min = 1, max = 7) List<@NotNull @Min(1) @Max(7) Integer> weekdays,
            @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String from,
            @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00") String to,
            @NotNull Mode mode,
            Optional<@Min(0) @Max(PRICE_MAX) Long> fixedCents) {
        ModeSlot slot() {
            return new ParameterForm.SlotForm(weekdays, from, to, mode, fixedCents.orElse(0L))
                    .slot();
        }
    }

    /// Returns what becomes of a terminal's parameters.
    TerminalParameters on(TerminalParameters before) {
        var after =
                new TerminalParameters(
                        mode.orElse(before.mode()),
                        fixedCents.map(Money::ofCents).orElse(before.fixedAmount()),
                        purchaseMode.orElse(before.purchaseMode()),
                        physicalNumber.orElse(before.physicalNumber()),
                        checkAllowList.orElse(before.checkAllowList()),
                        repeatSeconds.map(Duration::ofSeconds).orElse(before.repeatInterval()),
                        tillMillis.map(Duration::ofMillis).orElse(before.tillTime()),
                        heartbeatSeconds.map(Duration::ofSeconds).orElse(before.heartbeat()),
                        offline.map(OfflinePatch::bounds).orElse(before.offline()),
                        switchAfter.orElse(before.switchAfter()),
                        slots.map(all -> all.stream().map(SlotPatch::slot).toList())
                                .orElse(before.slots()));
        check(after);
        return after;
    }

    private static void check(TerminalParameters values) {
        if (needsPrice(values.mode(), values.fixedAmount())) {
            throw Problem.field("fixedCents", "error.terminals.needs-price");
        }
        var slots = values.slots();
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (slot.fromMinute() >= slot.toMinute()) {
                throw slotProblem(i, "to", "error.terminals.slot-end");
            }
            if (needsPrice(slot.mode(), slot.fixedAmount())) {
                throw slotProblem(i, "fixedCents", "error.terminals.needs-price");
            }
            if (slots.subList(0, i).stream().anyMatch(slot::overlaps)) {
                throw slotProblem(i, "from", "error.terminals.slots-overlap");
            }
        }
    }

    private static boolean needsPrice(Mode mode, Money fixed) {
        return mode == Mode.FIXED_AMOUNT && fixed.cents() <= 0;
    }

    private static Problem slotProblem(int slot, String field, String words) {
        return Problem.field(
                "change.slots[%d].%s".formatted(slot, field), words, Map.of("line", slot + 1));
    }
}

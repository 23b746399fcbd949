package onecard.platform.terminals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;

/// Parameters as they are stored and shown.
///
/// @param physicalNumber whether the physical number of a card is read
/// @param switchAfter left out it is 0: those stored before there was such a parameter
/// @param slots when it works in another mode by itself
record ParameterForm(
        Mode mode,
        long fixedCents,
        PurchaseMode purchaseMode,
        boolean physicalNumber,
        boolean checkAllowList,
        int repeatSeconds,
        int tillMillis,
        int heartbeatSeconds,
        OfflineForm offline,
        Optional<Integer> switchAfter,
        List<SlotForm> slots) {
    private static final int MINUTES_PER_HOUR = 60;

    /// What a terminal may sell by itself; what is left out is unlimited.
    ///
    /// @param listAgeSeconds how old its lists may be
    record OfflineForm(
            Optional<Long> purchaseCents,
            Optional<Long> cardCents,
            Optional<Long> terminalCents,
            Optional<Integer> listAgeSeconds) {
        OfflineBounds bounds() {
            return new OfflineBounds(
                    purchaseCents.map(Money::ofCents),
                    cardCents.map(Money::ofCents),
                    terminalCents.map(Money::ofCents),
                    listAgeSeconds.map(Duration::ofSeconds));
        }

        static OfflineForm of(OfflineBounds bounds) {
            return new OfflineForm(
                    bounds.perPurchase().map(Money::cents),
                    bounds.perCard().map(Money::cents),
                    bounds.perTerminal().map(Money::cents),
                    bounds.listAge().map(age -> Math.toIntExact(age.toSeconds())));
        }
    }

    /// A working mode at certain times.
    ///
    /// @param weekdays 1 is Monday
    /// @param from `HH:mm`
    /// @param to end, not included; `24:00` is the end of the day
    record SlotForm(List<Integer> weekdays, String from, String to, Mode mode, long fixedCents) {
        ModeSlot slot() {
            var days = EnumSet.noneOf(DayOfWeek.class);
            weekdays.forEach(day -> days.add(DayOfWeek.of(day)));
            return new ModeSlot(days, minute(from), minute(to), mode, Money.ofCents(fixedCents));
        }

        static SlotForm of(ModeSlot slot) {
            return new SlotForm(
                    slot.weekdays().stream().map(DayOfWeek::getValue).sorted().toList(),
                    time(slot.fromMinute()),
                    time(slot.toMinute()),
                    slot.mode(),
                    slot.fixedAmount().cents());
        }

        private static int minute(String time) {
            return Integer.parseInt(time.substring(0, 2)) * MINUTES_PER_HOUR
                    + Integer.parseInt(time.substring(3));
        }

        private static String time(int minute) {
            return "%02d:%02d".formatted(minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
        }
    }

    TerminalParameters values() {
        return new TerminalParameters(
                mode,
                Money.ofCents(fixedCents),
                purchaseMode,
                physicalNumber,
                checkAllowList,
                Duration.ofSeconds(repeatSeconds),
                Duration.ofMillis(tillMillis),
                Duration.ofSeconds(heartbeatSeconds),
                offline.bounds(),
                switchAfter.orElse(0),
                slots.stream().map(SlotForm::slot).toList());
    }

    static ParameterForm of(TerminalParameters values) {
        return new ParameterForm(
                values.mode(),
                values.fixedAmount().cents(),
                values.purchaseMode(),
                values.physicalNumber(),
                values.checkAllowList(),
                Math.toIntExact(values.repeatInterval().toSeconds()),
                Math.toIntExact(values.tillTime().toMillis()),
                Math.toIntExact(values.heartbeat().toSeconds()),
                OfflineForm.of(values.offline()),
                Optional.of(values.switchAfter()),
                values.slots().stream().map(SlotForm::of).toList());
    }
}

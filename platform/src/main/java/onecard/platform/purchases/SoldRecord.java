package onecard.platform.purchases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// A purchase that happened already, as its terminal tells of it: sold without asking (记账), or the
/// slip of one that was decided online.
///
/// @param seq the number the terminal drew for it
/// @param terminalTime the terminal's own clock
/// @param offline sold without asking
/// @param overdraft the terminal knew that the balance did not suffice
/// @param amountUnsure power or card was lost on the way
/// @param decided what the platform decided then, for online sales
public record SoldRecord(
        long seq,
        Mode mode,
        Instrument instrument,
        Money amount,
        Instant terminalTime,
        boolean offline,
        boolean overdraft,
        boolean amountUnsure,
        Optional<Decided> decided) {
    public SoldRecord {
        if (amount.isNegative() || amount.cents() > Order.Sale.AMOUNT_MAX_CENTS) {
            throw new IllegalArgumentException("A price is 0 to 10,000,000.00, not " + amount);
        }
        terminalTime = terminalTime.truncatedTo(ChronoUnit.MICROS);
    }

    /// The decision as the terminal was told.
    ///
    /// @param number the platform number
    public record Decided(Money charged, Money cash, Money subsidy, long number) {}

    /// Returns what a repeat is compared with.
    JournalRow.Content content() {
        return new JournalRow.Content(mode, Paper.of(instrument), amount);
    }

    /// Returns what the person was charged.
    Money charged() {
        return decided.map(Decided::charged).orElse(amount);
    }
}

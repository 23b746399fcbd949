package onecard.platform.purchases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.VoidReason;

/// What a terminal asks of the kitchen.
public sealed interface Order {
    /// Returns the number under which it is asked, for ever.
    PurchaseId id();

    /// Returns when the first copy of it came to this node.
    Instant arrivedAt();

    /// A purchase that waits for its answer.
    ///
    /// @param id the number the terminal drew for it
    /// @param mode how the price came about
    /// @param instrument what the person pays with
    /// @param amount what was keyed or set; 0 in count mode, never below
    /// @param terminalTime the terminal's clock; kept, not believed (`D-50`)
    /// @param arrivedAt when it came: the transaction time
    record Sale(
            PurchaseId id,
            Mode mode,
            Instrument instrument,
            Money amount,
            Instant terminalTime,
            Instant arrivedAt)
            implements Order {
        /// What one purchase may cost at the most, in cents: ten million yuan keep every sum far
        /// from the end of 64 bits.
        public static final long AMOUNT_MAX_CENTS = 1_000_000_000L;

        public Sale {
            if (amount.isNegative() || amount.cents() > AMOUNT_MAX_CENTS) {
                throw new IllegalArgumentException("A price is 0 to 10,000,000.00, not " + amount);
            }
            terminalTime = terminalTime.truncatedTo(ChronoUnit.MICROS);
            arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// A number is taken back (`D-33`).
    ///
    /// @param id the number of the purchase to take back
    /// @param reason why
    /// @param arrivedAt when it came
    record TakeBack(PurchaseId id, VoidReason reason, Instant arrivedAt) implements Order {
        public TakeBack {
            arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }
}

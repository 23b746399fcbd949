package onecard.wire;

import onecard.vocabulary.Money;

/// How a void ended. Told again unchanged.
public sealed interface VoidOutcome {
    /// The purchase was booked, and each part is back in its purse.
    ///
    /// @param returned the sum of both parts
    record Voided(Money returned) implements VoidOutcome {
        public Voided {
            Limits.requireBetween(
                    "What is returned, in cents,", 0, Long.MAX_VALUE, returned.cents());
        }
    }

    /// Nothing had been charged under this number; it is burnt, and a late purchase with it is
    /// refused.
    record NothingCharged() implements VoidOutcome {}

    /// The sale stands; what remains is a correction by the office.
    record NotVoided(Reason reason) implements VoidOutcome {}

    /// Why a cashier's void is too late. A void for want of an answer never is.
    enum Reason {
        /// More than the allowed minutes have passed.
        TOO_LATE(1),
        /// The meal of the sale is over.
        OTHER_MEAL(2),
        /// The merchant's takings of that time are settled.
        SETTLED(3),
        /// The office has already corrected this charge.
        CORRECTED(4),
        /// This terminal's cashiers may not void.
        NOT_PERMITTED(5);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        /// Returns the number by which this reason travels.
        public int code() {
            return code;
        }
    }
}

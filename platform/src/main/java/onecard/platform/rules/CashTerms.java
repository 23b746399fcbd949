package onecard.platform.rules;

import onecard.vocabulary.Money;

/// How far down the cash purse may go for a purchase (`D-12`).
///
/// @param overdraft how far below nothing a purchase may take it (透支)
/// @param minimumBalance what must stay in it
public record CashTerms(Money overdraft, Money minimumBalance) {
    /// Down to nothing and no further.
    public static final CashTerms PLAIN = new CashTerms(Money.ZERO, Money.ZERO);

    /// Returns what a cash purse with this balance can pay.
    public Money spendable(Money cash) {
        return floor().isNegative() || cash.covers(floor())
                ? cash.minus(floor()).max(Money.ZERO)
                : Money.ZERO;
    }

    /// Returns the balance below which a purchase may not take the cash purse.
    public Money floor() {
        return minimumBalance.minus(overdraft);
    }
}

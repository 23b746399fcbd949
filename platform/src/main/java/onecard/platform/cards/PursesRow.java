package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.ledger.Balances;
import onecard.vocabulary.Money;

/// What a person's purses hold.
///
/// @param subsidyCents what of the subsidy can be spent today
/// @param subsidyUntil the last day of the subsidy; absent if it never expires
/// @param heldCashCents held while records of a lost card may come in
/// @param spendableCents what a purchase may cost at the most, without any allowance
record PursesRow(
        long cashCents,
        long subsidyCents,
        Optional<LocalDate> subsidyUntil,
        long heldCashCents,
        long heldSubsidyCents,
        long spendableCents) {
    static PursesRow of(Balances balances, LocalDate today) {
        var subsidy = balances.spendableSubsidy(today);
        return new PursesRow(
                balances.cash().cents(),
                subsidy.cents(),
                subsidy.isPositive() ? balances.subsidyUntil() : Optional.empty(),
                balances.heldCash().cents(),
                balances.heldSubsidy().cents(),
                balances.cash().max(Money.ZERO).plus(subsidy).cents());
    }

    /// What somebody without an account has.
    static PursesRow none() {
        return new PursesRow(0, 0, Optional.empty(), 0, 0, 0);
    }
}

package onecard.platform.purchases;

import java.util.Optional;
import onecard.platform.ledger.Overdraft;
import onecard.platform.rules.CashTerms;
import onecard.platform.system.PurseOrder;
import onecard.vocabulary.Money;

/// Which purse pays how much of money that is taken, or given back, after the fact. Pure.
///
/// @param cash from the cash purse; negative: back to it
/// @param subsidy from the subsidy purse; negative: back to it
/// @param overdraft why the cash purse may go below zero by it
record ChargeSplit(Money cash, Money subsidy, Overdraft overdraft) {
    /// What there is to pay from.
    ///
    /// @param cash in the cash purse
    /// @param subsidy what of the subsidy could be spent
    /// @param terms how far the cash purse may go down
    record Means(Money cash, Money subsidy, CashTerms terms) {
        Money available() {
            return terms.spendable(cash).plus(subsidy);
        }
    }

    /// Gives back what of a charge is too much: to the purse that was taken from last (`D-04`).
    static ChargeSplit back(PurseOrder order, Bill charged, Money tooMuch) {
        Money last =
                switch (order) {
                    case SUBSIDY_FIRST -> charged.cash();
                    case CASH_FIRST -> charged.subsidy();
                };
        Money first = tooMuch.min(last.max(Money.ZERO));
        Money rest = tooMuch.minus(first);
        return switch (order) {
            case SUBSIDY_FIRST -> new ChargeSplit(first.negated(), rest.negated(), Overdraft.NONE);
            case CASH_FIRST -> new ChargeSplit(rest.negated(), first.negated(), Overdraft.NONE);
        };
    }

    /// Takes money, if it is there or may be owed; empty if not.
    static Optional<ChargeSplit> take(
            PurseOrder order, Means means, Money amount, boolean mayOverdraw) {
        boolean covered = means.available().covers(amount);
        if (!covered && !mayOverdraw) {
            return Optional.empty();
        }
        Money subsidy =
                switch (order) {
                    case SUBSIDY_FIRST -> means.subsidy().min(amount);
                    case CASH_FIRST -> {
                        Money own =
                                means.cash().minus(means.terms().minimumBalance()).max(Money.ZERO);
                        yield means.subsidy().min(amount.minus(own.min(amount)));
                    }
                };
        Money cash = amount.minus(subsidy);
        Overdraft overdraft =
                means.cash().covers(cash)
                        ? Overdraft.NONE
                        : covered ? Overdraft.GROUP_ALLOWANCE : Overdraft.OPERATOR;
        return Optional.of(new ChargeSplit(cash, subsidy, overdraft));
    }

    Bill bill() {
        return Bill.of(cash, subsidy);
    }
}

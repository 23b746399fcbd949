package onecard.platform.purchases;

import java.util.Optional;
import onecard.vocabulary.Money;

/// What a purchase cost and which purse paid how much of it.
///
/// @param gross before the discount
/// @param discount what a rule took off
/// @param surcharge what a rule put on
/// @param net gross − discount + surcharge = cash + subsidy
/// @param cash the part from the cash purse
/// @param subsidy the part from the subsidy purse
/// @param surchargeRule the rule to whose account the surcharge goes
record Bill(
        Money gross,
        Money discount,
        Money surcharge,
        Money net,
        Money cash,
        Money subsidy,
        Optional<Integer> surchargeRule) {
    static final Bill NOTHING =
            new Bill(
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    Optional.empty());

    Bill {
        if (!net.equals(gross.minus(discount).plus(surcharge)) || !net.equals(cash.plus(subsidy))) {
            throw new IllegalArgumentException(
                    "%s - %s + %s, %s + %s do not make %s"
                            .formatted(gross, discount, surcharge, cash, subsidy, net));
        }
    }

    /// Returns the bill of a difference, at no discount.
    static Bill of(Money cash, Money subsidy) {
        return NOTHING.plus(cash, subsidy);
    }

    /// Returns this with a difference to what the purses pay.
    Bill plus(Money moreCash, Money moreSubsidy) {
        Money more = moreCash.plus(moreSubsidy);
        return new Bill(
                gross.plus(more),
                discount,
                surcharge,
                net.plus(more),
                cash.plus(moreCash),
                subsidy.plus(moreSubsidy),
                surchargeRule);
    }

    /// Returns the bill that takes this one back.
    Bill negated() {
        return new Bill(
                gross.negated(),
                discount.negated(),
                surcharge.negated(),
                net.negated(),
                cash.negated(),
                subsidy.negated(),
                surchargeRule);
    }
}

package onecard.platform.rules;

import java.util.Optional;
import onecard.vocabulary.Money;

/// What a purchase costs and how that came about: gross − discount + surcharge = net.
///
/// @param gross the amount before discount: the keyed one, or the one that a fixed price or the
///   price by the number of the meal put in its place
/// @param discount what the winning rule takes off
/// @param surcharge what is added on top, for an account of its own
/// @param net what is charged; limits are checked on it (`D-19`)
/// @param rule the rule that made the price, if one did
public record Price(
        Money gross,
        Money discount,
        Optional<Surcharge> surcharge,
        Money net,
        Optional<RuleId> rule) {
    /// What a purchase in count mode costs.
    public static final Price NOTHING =
            new Price(Money.ZERO, Money.ZERO, Optional.empty(), Money.ZERO, Optional.empty());

    public Price {
        Money sum = gross.minus(discount);
        if (surcharge.isPresent()) {
            sum = sum.plus(surcharge.get().amount());
        }
        if (!sum.equals(net) || net.isNegative() || discount.isNegative()) {
            throw new IllegalArgumentException(
                    "%s less %s with %s is not %s".formatted(gross, discount, surcharge, net));
        }
    }

    /// What is added to a price (`D-18`).
    ///
    /// @param amount above nothing
    /// @param account the name of the account it is posted to
    /// @param rule the rule that asks for it
    public record Surcharge(Money amount, String account, RuleId rule) {}

    /// Returns the surcharge, or no money.
    public Money surchargeAmount() {
        return surcharge.map(Surcharge::amount).orElse(Money.ZERO);
    }
}

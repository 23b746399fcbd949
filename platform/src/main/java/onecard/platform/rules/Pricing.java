package onecard.platform.rules;

import java.util.List;
import onecard.vocabulary.Money;

/// What a rule does to the price.
public sealed interface Pricing {
    /// Charges this share of the keyed amount: 9,000 is 九折, nine tenths (打折, `M-219`).
    ///
    /// @param basisPoints 0 to 10,000
    record Discount(int basisPoints) implements Pricing {
        public Discount {
            check(
                    basisPoints >= 0 && basisPoints <= Money.WHOLE_BP,
                    "A discount leaves 0 to 100 %");
        }
    }

    /// Charges this, whatever was keyed.
    record Fixed(Money price) implements Pricing {
        public Fixed {
            check(!price.isNegative(), "A price is not below nothing");
        }
    }

    /// Charges the first purchase of a meal this, the second that.
    ///
    /// @param prices for the first, the second … purchase within one meal
    /// @param then for every later one
    record ByMealNumber(List<Money> prices, Money then) implements Pricing {
        public ByMealNumber {
            check(!prices.isEmpty(), "There is a price for the first purchase of a meal");
            check(
                    prices.stream().noneMatch(Money::isNegative) && !then.isNegative(),
                    "A price is not below nothing");
            prices = List.copyOf(prices);
        }

        Money priceOf(int number) {
            return number <= prices.size() ? prices.get(number - 1) : then;
        }
    }

    /// Charges more than the price, the difference for an account of its own: 11,000 adds a tenth.
    ///
    /// @param basisPoints above 10,000
    /// @param account the name of the account the difference is posted to
    record Surcharge(int basisPoints, String account) implements Pricing {
        public Surcharge {
            check(basisPoints > Money.WHOLE_BP, "A surcharge is above 100 %");
            check(!account.isBlank(), "A surcharge names its account");
        }

        Money on(Money price) {
            return price.share(basisPoints - Money.WHOLE_BP);
        }
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}

package onecard.platform.purchases;

import java.util.Optional;
import onecard.platform.rules.Price;
import onecard.platform.rules.Verdict;
import onecard.platform.system.PurseOrder;
import onecard.vocabulary.Money;

/// Says which purse pays how much of a price that is covered (`D-01`).
final class PurseSplit {
    private PurseSplit() {}

    /// Splits a covered price.
    ///
    /// @param cash what is in the cash purse
    /// @param subsidy what of the subsidy can be spent
    static Bill split(PurseOrder order, Verdict.Allowed allowed, Money cash, Money subsidy) {
        Price price = allowed.price();
        Money net = price.net();
        Money fromSubsidy =
                switch (order) {
                    case SUBSIDY_FIRST -> subsidy.min(net);
                    case CASH_FIRST -> {
                        Money own = cash.minus(allowed.cash().minimumBalance()).max(Money.ZERO);
                        yield subsidy.min(net.minus(own.min(net)));
                    }
                };
        return new Bill(
                price.gross(),
                price.discount(),
                price.surchargeAmount(),
                net,
                net.minus(fromSubsidy),
                fromSubsidy,
                price.surcharge().map(s -> s.rule().value()).or(Optional::empty));
    }
}

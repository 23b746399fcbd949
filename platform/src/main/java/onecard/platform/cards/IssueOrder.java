package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;

/// A card to be issued at the desk, with all that goes with it.
///
/// @param validUntil the last day on which it is accepted; empty for the default lifetime
/// @param cost taken for the card (`D-06`)
/// @param cash brought at the same time (`M-143`)
/// @param subsidy likewise
/// @param subsidyUntil the last day of the subsidy; empty for the site's default, else for ever
/// @param channel by which way cost and cash came
record IssueOrder(
        PersonId person,
        CardUid uid,
        Optional<LocalDate> validUntil,
        Money cost,
        Money cash,
        Money subsidy,
        Optional<LocalDate> subsidyUntil,
        Channel channel) {
    /// The most that is ever taken for a card, in cents.
    static final long COST_MAX_CENTS = 1_000_000L;

    IssueOrder {
        if (cost.isNegative() || cost.cents() > COST_MAX_CENTS) {
            throw new IllegalArgumentException("A card costs 0 to 10,000.00, not " + cost);
        }
        if (cash.isNegative() || subsidy.isNegative()) {
            throw new IllegalArgumentException("Issuing a card brings nothing or more");
        }
    }

    static IssueOrder of(PersonId person, CardUid uid, Optional<LocalDate> validUntil) {
        return new IssueOrder(
                person,
                uid,
                validUntil,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Optional.empty(),
                Channel.CASH);
    }

    boolean bringsMoney() {
        return cash.isPositive() || subsidy.isPositive();
    }

    /// Returns the top-up that goes with it.
    TopUp topUp(Optional<LocalDate> until) {
        return new TopUp(person, cash, subsidy, SubsidyMode.ACCUMULATE, until, channel, "");
    }
}

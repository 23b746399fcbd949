package onecard.platform.purchases;

import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// How an order ended. What is decided is stored, so that asking again gets the same answer.
public sealed interface Outcome {
    /// The decision about a sale.
    sealed interface Decision extends Outcome permits Taken, Refused {
        /// Returns the journal number, shown to the terminal as the platform number.
        long number();
    }

    /// Paid and booked.
    ///
    /// @param number the journal number
    /// @param gross what was keyed, set, or fixed by a rule
    /// @param discount what a rule took off
    /// @param net what was charged
    /// @param cash the part from the cash purse
    /// @param subsidy the part from the subsidy purse
    /// @param cashLeft the cash purse after it
    /// @param subsidyLeft the spendable subsidy after it
    /// @param maskedName the person's name with its middle hidden; outside the decision
    record Taken(
            long number,
            Money gross,
            Money discount,
            Money net,
            Money cash,
            Money subsidy,
            Money cashLeft,
            Money subsidyLeft,
            String maskedName)
            implements Decision {}

    /// Not paid; nothing was booked.
    ///
    /// @param number the journal number of the refusal
    /// @param reason the first reason in the order of `D-51`
    /// @param bound the limit that was hit, where one was
    record Refused(long number, Refusal reason, Optional<Bound> bound) implements Decision {}

    /// Which limit was hit.
    ///
    /// @param rule the id of the rule, 0 for a bound that no rule set (balance, repeat interval)
    /// @param ruleName what the rule is called
    /// @param window what it counts over, where it counts
    /// @param limit the limit: cents, a count, or seconds for the repeat interval
    /// @param used what is used of it
    /// @param left what is left of it
    record Bound(
            int rule, String ruleName, Optional<Window> window, long limit, long used, long left) {}

    /// The number was used before for something else: the terminal was reset or its number cloned.
    record OtherContent(long number) implements Outcome {}

    /// The ending of a void.
    sealed interface VoidOutcome extends Outcome permits Voided, NothingCharged, NotVoided {}

    /// The purchase was taken back; each part is in its purse again.
    ///
    /// @param number the journal number of the void
    /// @param amount what was given back
    record Voided(long number, Money amount) implements VoidOutcome {}

    /// Nothing had been charged under this number, and nothing ever will be: it is burnt.
    record NothingCharged(long number) implements VoidOutcome {}

    /// The purchase stands; a correction is the way.
    record NotVoided(WhyNotVoided why) implements VoidOutcome {}

    /// Why a cashier cannot void a purchase (any more).
    enum WhyNotVoided {
        TOO_LATE,
        OTHER_MEAL
    }

    /// Nothing is known, and nothing may be answered: the terminal asks again with the same number.
    ///
    /// @param why for the log and the counters
    record Unknown(String why) implements Outcome {}

    /// Too many are waiting; the order was not looked at.
    record Busy() implements Outcome {}
}

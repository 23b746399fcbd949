package onecard.platform.purchases;

import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// What a terminal shows when a card is held to it without an amount.
public sealed interface Inquiry {
    /// The instrument is good.
    ///
    /// @param maskedName the person's name with its middle hidden
    /// @param cash the cash purse
    /// @param subsidy what of the subsidy can be spent now
    record Known(String maskedName, Money cash, Money subsidy) implements Inquiry {}

    /// The instrument is not accepted.
    record Refused(Refusal reason) implements Inquiry {}
}

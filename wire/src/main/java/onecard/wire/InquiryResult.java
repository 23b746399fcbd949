package onecard.wire;

import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// What an inquiry found.
public sealed interface InquiryResult {
    /// The holder.
    ///
    /// @param maskedName the name as the till may show it
    /// @param cardState the state of the card held to the reader, or of the current one
    record Holder(String maskedName, Money cashLeft, Money subsidyLeft, CardState cardState)
            implements InquiryResult {
        public Holder {
            Limits.requireText(maskedName, Limits.MAX_NAME_CHARS);
        }
    }

    /// There is nobody to tell about, or the till may not know.
    record Withheld(Refusal refusal) implements InquiryResult {}
}

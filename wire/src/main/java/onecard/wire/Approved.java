package onecard.wire;

import onecard.vocabulary.Money;

/// The purchase is booked and committed.
///
/// @param charged what was taken: the sum of both parts, and `gross` less `discount`
/// @param gross the price before any rule
/// @param discount what the rules took off; below zero where they put something on
/// @param cashPart taken from the cash purse
/// @param subsidyPart taken from the subsidy purse
/// @param cashLeft in the cash purse after this purchase; may be below zero
/// @param subsidyLeft in the subsidy purse after this purchase
/// @param maskedName the holder's name as the till may show it (`张*`); not part of the decision, it
///   may differ when told again
/// @param platformNo the number under which the platform books it
public record Approved(
        Money charged,
        Money gross,
        Money discount,
        Money cashPart,
        Money subsidyPart,
        Money cashLeft,
        Money subsidyLeft,
        String maskedName,
        long platformNo)
        implements PurchaseDecision {
    public Approved {
        Limits.requireSum(charged, cashPart, subsidyPart);
        Limits.requireSum(gross, charged, discount);
        Limits.requireText(maskedName, Limits.MAX_NAME_CHARS);
        Limits.requirePlatformNo(platformNo);
    }
}

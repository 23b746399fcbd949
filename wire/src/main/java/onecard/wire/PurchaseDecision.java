package onecard.wire;

/// Yes or no, told again unchanged however often the same number asks.
public sealed interface PurchaseDecision permits Approved, Declined {}

package onecard.wire;

/// The decision about a purchase, and beside it what may differ when the same decision is told
/// again.
public record PurchaseAnswer(PurchaseDecision decision, Newest newest) implements Answer {}

package onecard.simulator;

import onecard.vocabulary.Money;

/// What waits for the platform.
///
/// @param ofCard what of the sum one card bought
/// @param isFull whether nothing more can be sold without asking
public record Stored(int count, Money sum, Money ofCard, boolean isFull) {}

package onecard.platform.cards;

/// What became of an issue of a card (`D-21`). Expired is not a state: it follows from the date.
public enum CardState {
    /// In the holder's hand.
    ISSUED,
    /// Reported lost (挂失).
    LOST,
    /// Another card took its place.
    REPLACED,
    /// Given back; the card may be issued again.
    RETURNED,
    /// Never accepted again.
    SCRAPPED
}

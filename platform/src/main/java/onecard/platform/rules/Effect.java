package onecard.platform.rules;

/// What other rules would have made of a purchase.
enum Effect {
    /// The same, to the cent.
    SAME,
    /// It was taken, and would have been refused.
    REFUSED,
    /// It was refused, and would have been taken.
    TAKEN,
    /// It would have cost more.
    DEARER,
    /// It would have cost less.
    CHEAPER,
    /// It was refused, and would have been for another reason.
    OTHER_REASON
}

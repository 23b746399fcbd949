package onecard.platform.terminals;

/// A card reader at a desk (发卡器) as it is registered. The desk bridge of that desk appears under
/// its number.
///
/// @param no for ever
/// @param name where people know it by
/// @param model what is printed on it
record CardIssuer(IssuerNo no, String name, String model, Link link, Place place) {
    /// How a reader hangs on the clerk's PC.
    enum Link {
        USB
    }

    /// Where issuers stand. The place is predefined, because money is settled where cards are
    /// issued, and at no merchant (`M-088`).
    enum Place {
        /// The one-card settlement centre (一卡通结算中心).
        SETTLEMENT_CENTRE
    }

    /// What a registered device is for (用途).
    enum Purpose {
        ISSUER
    }
}

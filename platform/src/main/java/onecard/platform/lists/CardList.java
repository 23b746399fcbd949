package onecard.platform.lists;

/// The lists of cards that terminals keep.
public enum CardList {
    /// Good cards that may pay while the platform is away (白名单).
    ALLOW,
    /// Cards that must not: lost, replaced, given back, scrapped, expired, or their holder's
    /// account is frozen or closed (黑名单).
    BLOCK
}

package onecard.wire;

/// The lists of cards a terminal keeps.
public enum ListKind {
    /// Cards that may pay while the platform is away (白名单).
    ALLOW,
    /// Cards reported lost, frozen or cancelled (黑名单).
    BLOCK
}

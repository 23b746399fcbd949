package onecard.vocabulary;

/// The purses of a person : cash (现金) and subsidy (补贴), and what is held of them while a lost
/// card's late records may still come in.
public enum Purse {
    CASH,
    SUBSIDY,
    HELD_CASH,
    HELD_SUBSIDY
}

package onecard.platform.cards;

/// What a grant does with the subsidy that is there (`M-153`, `M-154`).
public enum SubsidyMode {
    /// It is added to it (累加补贴).
    ACCUMULATE,
    /// It takes its place (清零补贴).
    CLEAR_REPLACE
}

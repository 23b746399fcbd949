package onecard.platform.imports;

/// What a row does.
public enum RowEffect {
    /// Something is added.
    ADD,
    /// Something that is there is changed.
    CHANGE,
    /// All is so already.
    SAME,
    /// The row cannot be imported and says why.
    BAD
}

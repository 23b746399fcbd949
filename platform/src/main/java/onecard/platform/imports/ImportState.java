package onecard.platform.imports;

/// How far an import is.
enum ImportState {
    /// The file is here; its columns are to be chosen.
    UPLOADED,
    /// Every row was judged; nothing is written yet.
    CHECKED,
    /// The good rows are written.
    DONE,
    /// What was written is gone again.
    UNDONE
}

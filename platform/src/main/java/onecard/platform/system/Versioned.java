package onecard.platform.system;

/// Something that is read for every purchase, changed rarely, and therefore kept in memory as one
/// snapshot with a version.
public enum Versioned {
    SETTINGS,
    RULES,
    /// Merchants, outlets and meal periods.
    MERCHANTS,
    TERMINALS
}

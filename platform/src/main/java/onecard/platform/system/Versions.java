package onecard.platform.system;

import java.util.Map;

/// The version numbers of everything that is kept in memory as a snapshot. Who decides reads them
/// once per tray, and reloads what has another number: so a change takes effect at the next
/// transaction on every node (`D-18`).
public interface Versions {
    /// Reads all versions in one statement, in the caller's transaction if there is one.
    Map<Versioned, Long> read();

    /// Raises one version inside the changing transaction; it must be called in one.
    void raise(Versioned what);
}

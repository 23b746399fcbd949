package onecard.platform.system;

/// Seals secrets that lie in the database (terminal keys), so that a copy of the database alone
/// opens none. AES-256-GCM; the key lies in `<data>/secrets/master.key`, outside the database.
public interface MasterKey {
    /// Seals some bytes for a purpose; two seals of the same bytes differ.
    ///
    /// @param purpose what for and whose, `terminal-key:F71-000123`; sealed bytes moved to another
    ///   purpose do not open
    byte[] seal(String purpose, byte[] plain);

    /// Opens what was sealed for this purpose.
    ///
    /// @throws IllegalArgumentException if it was changed, or sealed for another purpose or by
    ///   another key
    byte[] open(String purpose, byte[] sealed);
}

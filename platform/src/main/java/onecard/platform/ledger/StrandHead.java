package onecard.platform.ledger;

import java.time.Instant;

/// How far a strand of the journal has come.
///
/// @param strand which
/// @param tray its last committed tray
/// @param bookedAt when that was booked
public record StrandHead(int strand, long tray, Instant bookedAt) {
    /// Returns the number just beyond the last record of that tray.
    public long beyond() {
        return JournalNumber.of(strand, tray + 1, 0).value();
    }
}

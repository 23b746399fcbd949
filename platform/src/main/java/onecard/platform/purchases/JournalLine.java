package onecard.platform.purchases;

import java.time.Instant;

/// A row of the journal as lists show it.
///
/// @param row what was decided
/// @param bookedAt when it was booked; lists are in this order
/// @param voided whether it was taken back since
record JournalLine(JournalRow row, Instant bookedAt, boolean voided) {}

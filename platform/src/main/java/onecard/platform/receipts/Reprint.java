package onecard.platform.receipts;

import java.time.OffsetDateTime;

/// That a receipt was printed before.
///
/// @param count the how-manieth time after the first
/// @param at when this one was asked for
/// @param clerk by whom
record Reprint(int count, OffsetDateTime at, String clerk) {}

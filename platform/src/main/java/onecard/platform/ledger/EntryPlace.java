package onecard.platform.ledger;

import java.time.LocalDate;

/// Where an entry lies in the journal.
///
/// @param bookedOn its day of booking
/// @param number its number
public record EntryPlace(LocalDate bookedOn, JournalNumber number) {}

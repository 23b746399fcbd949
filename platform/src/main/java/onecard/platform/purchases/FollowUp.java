package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import onecard.platform.ledger.AccountId;
import onecard.vocabulary.Money;

/// A record that somebody has to look at, as it is noted.
///
/// @param place where the terminal stood
/// @param at transaction time
/// @param account whose, where somebody was recognised
/// @param row the journal row that was booked, or that stands against it
/// @param cashAfter the cash purse after it, where something was booked
record FollowUp(
        Records.Fate fate,
        Set<FollowUpReason> reasons,
        Place place,
        SoldRecord record,
        Instant at,
        Optional<AccountId> account,
        Optional<Row> row,
        Optional<Money> cashAfter) {
    FollowUp {
        reasons = Set.copyOf(EnumSet.copyOf(reasons));
    }

    /// Where a journal row lies.
    record Row(long number, LocalDate bookedOn) {}
}

package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Map;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;

/// Where the entries of an operation lie.
///
/// @param on the day of booking
/// @param first the journal number of the first one
/// @param last the journal number of the last one
/// @param after what the touched accounts hold now
record Booked(LocalDate on, long first, long last, Map<AccountId, Balances> after) {
    Booked {
        after = Map.copyOf(after);
    }
}

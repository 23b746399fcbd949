package onecard.platform.purchases;

import java.util.List;
import java.util.Map;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Transfer;

/// Everything that one tray writes.
///
/// @param claims the rows that claim their number, by claim
/// @param rows all journal rows, in their order
/// @param before what the locked accounts held
/// @param transfers what moves, in its order
/// @param usages what changed of what the accounts used up
record Settlement(
        List<JournalRow> claims,
        List<JournalRow> rows,
        Map<AccountId, Balances> before,
        List<Transfer> transfers,
        Map<AccountId, Usages> usages) {}

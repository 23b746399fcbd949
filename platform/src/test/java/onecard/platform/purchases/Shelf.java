package onecard.platform.purchases;

import java.util.Map;
import java.util.TreeMap;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;

/// All that trays leave behind, for comparing one store with another.
///
/// @param balances what every account holds, and where its newest entry lies
/// @param journal the rows by their numbers
/// @param claims which number led to which row
/// @param voided which purchase was taken back by which row
/// @param usages what every account used up
/// @param takings the roll-up
record Shelf(
        Map<AccountId, Balances> balances,
        Map<Long, JournalRow> journal,
        Map<Claim, Long> claims,
        Map<Long, Long> voided,
        Map<AccountId, Usages> usages,
        Map<Takings.Key, Takings> takings) {
    Shelf {
        balances = new TreeMap<>(balances);
        journal = new TreeMap<>(journal);
        claims = new TreeMap<>(claims);
        voided = new TreeMap<>(voided);
        usages = new TreeMap<>(usages);
        takings = new TreeMap<>(takings);
    }
}

package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Transfer;
import onecard.platform.ledger.Tray;

/// Collects what one tray writes.
final class Journal {
    private final Tray tray;
    private final Map<AccountId, Balances> before;
    private final List<JournalRow> claims = new ArrayList<>();
    private final List<JournalRow> rows = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();

    Journal(Tray tray, Map<AccountId, Balances> before) {
        this.tray = tray;
        this.before = new HashMap<>(before);
    }

    Tray tray() {
        return tray;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Adds a row that claims its number.
    void claim(JournalRow row, List<Transfer> moves) {
        claims.add(row);
        append(row, moves);
    }

    /// Adds a row under a number that is claimed already.
    void append(JournalRow row, List<Transfer> moves) {
        rows.add(row);
        transfers.addAll(moves);
    }

    Settlement settlement(Map<AccountId, Usages> usages) {
        claims.sort((a, b) -> a.claim().compareTo(b.claim()));
        return new Settlement(claims, rows, before, transfers, usages);
    }
}

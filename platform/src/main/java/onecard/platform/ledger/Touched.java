package onecard.platform.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The accounts whose rows a posting updates, in the order of their numbers, which is the order of
/// the locks.
///
/// @param accounts the accounts
/// @param notes what is noted of them
/// @param remembered what their rows must be like; empty if they are locked
record Touched(
        List<AccountId> accounts,
        Map<AccountId, byte[]> notes,
        Map<AccountId, Balances> remembered) {

    static Touched locked(Collection<AccountId> moved, Map<AccountId, byte[]> notes) {
        return sorted(moved, notes, Map.of());
    }

    static Touched remembered(Map<AccountId, Balances> all, Map<AccountId, byte[]> notes) {
        return sorted(all.keySet(), notes, all);
    }

    private static Touched sorted(
            Collection<AccountId> some,
            Map<AccountId, byte[]> notes,
            Map<AccountId, Balances> remembered) {
        var all = new TreeSet<AccountId>(some);
        all.addAll(notes.keySet());
        return new Touched(new ArrayList<>(all), notes, remembered);
    }

    byte @Nullable [] note(AccountId account) {
        return notes.get(account);
    }

    /// The accounts that must be as they are remembered: all of them or none.
    List<Balances> believed() {
        var believed = new ArrayList<Balances>(remembered.size());
        for (AccountId account : accounts) {
            @Nullable Balances one = remembered.get(account);
            if (one != null) {
                believed.add(one);
            }
        }
        if (!believed.isEmpty() && believed.size() < accounts.size()) {
            throw new IllegalStateException("An account is noted that is not remembered");
        }
        return believed;
    }
}

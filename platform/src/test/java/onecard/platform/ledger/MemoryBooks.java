package onecard.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/// The books in memory, for the simulation only. What is posted takes effect with [Posting#commit];
/// until then nobody sees it.
public final class MemoryBooks {
    private final Map<AccountId, Balances> accounts = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /// One entry of the journal.
    public record Entry(JournalNumber number, Transfer transfer) {}

    /// Opens an account that holds nothing.
    public void open(AccountId account, Optional<LocalDate> subsidyUntil) {
        accounts.put(
                account,
                new Balances(
                        account,
                        0,
                        0,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        subsidyUntil,
                        Optional.empty()));
    }

    /// Returns what those of these accounts hold that are open.
    public Map<AccountId, Balances> holding(Collection<AccountId> ids) {
        var found = new HashMap<AccountId, Balances>();
        for (AccountId id : ids) {
            @Nullable Balances balances = accounts.get(id);
            if (balances != null) {
                found.put(id, balances);
            }
        }
        return found;
    }

    /// Returns what every account holds.
    public Map<AccountId, Balances> all() {
        return Map.copyOf(accounts);
    }

    /// Returns every entry, in the order of booking.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Returns a tray of the journal.
    public static Tray tray(int strand, long number, Instant bookedAt, LocalDate bookedOn) {
        return new Tray(strand, number, bookedAt, bookedOn);
    }

    /// Works out what posting would do; the balances must be those that are held now.
    public Posting post(Tray tray, Map<AccountId, Balances> before, List<Transfer> transfers) {
        var posting = new Posting();
        for (Transfer transfer : transfers) {
            posting.add(tray, before, transfer);
        }
        return posting;
    }

    /// What was posted and is not committed yet.
    public final class Posting {
        private final Map<AccountId, Balances> after = new HashMap<>();
        private final List<Entry> written = new ArrayList<>();

        private void add(Tray tray, Map<AccountId, Balances> before, Transfer transfer) {
            JournalNumber number = tray.nextNumber();
            written.add(new Entry(number, transfer));
            var place = new EntryPlace(tray.bookedOn(), number);
            move(before, transfer.from(), transfer.amount().negated(), transfer, place);
            move(before, transfer.to(), transfer.amount(), transfer, place);
        }

        private void move(
                Map<AccountId, Balances> before,
                Side side,
                Money change,
                Transfer transfer,
                EntryPlace place) {
            if (!(side instanceof Side.PurseOf(var account, var purse))) {
                return;
            }
            @Nullable Balances now = after.getOrDefault(account, before.get(account));
            if (now == null || !accounts.containsKey(account)) {
                throw new IllegalStateException("Not locked: " + account);
            }
            if (!after.containsKey(account) && !now.equals(accounts.get(account))) {
                throw new IllegalStateException("Of another moment: " + now);
            }
            Money cash = purse == Purse.CASH ? now.cash().plus(change) : now.cash();
            Money subsidy = purse == Purse.SUBSIDY ? now.subsidy().plus(change) : now.subsidy();
            boolean overdrawn = cash.isNegative() && change.isNegative() && purse == Purse.CASH;
            if (subsidy.isNegative() || (overdrawn && transfer.overdraft() == Overdraft.NONE)) {
                throw new InsufficientPurse(account, purse, now.cash(), transfer.amount());
            }
            after.put(
                    account,
                    new Balances(
                            account,
                            now.version() + 1,
                            now.facts(),
                            cash,
                            subsidy,
                            now.heldCash(),
                            now.heldSubsidy(),
                            now.subsidyUntil(),
                            Optional.of(place)));
        }

        /// Lets everybody see it.
        public void commit() {
            accounts.putAll(after);
            entries.addAll(written);
        }
    }
}

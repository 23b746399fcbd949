package onecard.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The books. Double entry, append-only, whole cents; every change to a balance is one call of
/// [#post] inside a transaction that the use case opened (each method but the reading ones demands
/// one).
///
/// Order in every transaction that touches money, on every node: [#lock] the accounts in one call,
/// read what the decision needs, then [#openTray] and [#post]. Whoever changes a card, a group, a
/// loss, a freeze or a balance locks the account first.
public interface Ledger {
    /// How many transfers one call of [#post] takes at the most.
    int TRANSFERS_MAX = 8_192;

    /// Opens accounts that are not open yet; those that are stay as they are.
    void open(Collection<AccountId> accounts);

    /// Locks accounts in the order of their numbers until the transaction ends, and tells what they
    /// hold. Accounts that do not exist are not in the answer. Waits at most as long as the
    /// session's lock timeout allows.
    Map<AccountId, Balances> lock(Collection<AccountId> accounts);

    /// Locks accounts like [#lock] and hands out the note of each as well.
    Rows lockWithNotes(Collection<AccountId> accounts);

    /// What lies in the rows of some accounts.
    ///
    /// @param notes what whoever charges the accounts keeps of them, in bytes that the ledger does
    ///   not understand; empty while nothing was noted
    record Rows(Map<AccountId, Balances> balances, Map<AccountId, byte[]> notes) {}

    /// Tells what accounts hold, without a lock: for showing, never for deciding.
    Map<AccountId, Balances> balances(Collection<AccountId> accounts);

    /// Tells what lies in the rows of the next accounts in the order of their numbers, without a
    /// lock.
    ///
    /// @param after the number after which they begin
    Rows rowsAfter(int after, int limit);

    /// Reads notes, without a lock: for deciding only where this transaction locked the accounts.
    Map<AccountId, byte[]> notes(Collection<AccountId> accounts);

    /// Takes the next tray of a strand; the strand stays locked until the transaction ends.
    ///
    /// @param strand a strand of this node
    /// @param bookedAt the node's clock, read once after the locks
    /// @param bookedOn that moment's day in the site's zone
    Tray openTray(int strand, Instant bookedAt, LocalDate bookedOn);

    /// Books transfers, in their order. The accounts must have been locked by this transaction.
    ///
    /// @param tray the tray of this transaction
    /// @param before what [#lock] answered for every account whose purse is touched
    /// @param transfers at most [#TRANSFERS_MAX]
    /// @return what the touched accounts hold now
    /// @throws InsufficientPurse if a subsidy or held purse, or a cash purse without a named
    ///   reason, would go below zero; nothing is booked then
    Map<AccountId, Balances> post(
            Tray tray, Map<AccountId, Balances> before, List<Transfer> transfers);

    /// Books transfers like [#post] and writes notes of accounts that were locked by this
    /// transaction, touched by a transfer or not: in the same rows and, where there is an entry, in
    /// the same update. A note without an entry raises the facts of its account by one.
    ///
    /// @return what the accounts hold now that were touched or noted
    Map<AccountId, Balances> post(
            Tray tray,
            Map<AccountId, Balances> before,
            List<Transfer> transfers,
            Map<AccountId, byte[]> notes);

    /// Books transfers like [#post], of accounts that this transaction did *not* lock: what is
    /// remembered of them is compared with their rows, which are locked now, in the order of their
    /// numbers.
    ///
    /// @param remembered every account on which anything of this transaction depends, whether it is
    ///   charged or not
    /// @return what the accounts hold now whose rows changed
    /// @throws Outdated if one of them is not as it is remembered; the transaction is void then
    Map<AccountId, Balances> postRemembered(
            Tray tray,
            Map<AccountId, Balances> remembered,
            List<Transfer> transfers,
            Map<AccountId, byte[]> notes);

    /// Writes notes of accounts that were locked by this transaction. Like every change without an
    /// entry it raises their facts.
    void note(Map<AccountId, byte[]> notes);

    /// Tells every node that something it may remember of these accounts has changed without an
    /// entry, so that it looks again under the next lock. Cards, states and people tell it
    /// themselves, by triggers of their tables.
    void factsChanged(Collection<AccountId> accounts);

    /// Sets the last day on which the account's subsidy can be spent (`D-38`); empty means never
    /// expires. The account must have been locked by this transaction.
    void subsidyUntil(AccountId account, Optional<LocalDate> day);

    /// Sets it for many accounts in one statement.
    void subsidyUntil(Collection<AccountId> accounts, Optional<LocalDate> day);

    /// Finds accounts whose subsidy is expired on that day and not yet gone, in order of their
    /// numbers.
    List<AccountId> expiredSubsidies(LocalDate day, int limit);

    /// Reads the entries of an account, newest first.
    ///
    /// @param from the first line to read, the one before the last line of the page before; empty
    ///   for the newest
    /// @param limit 1 to 500
    List<StatementLine> statement(AccountId account, Optional<EntryPlace> from, int limit);

    /// Reads the entries of one operation, in their order: those of a tray between two numbers.
    ///
    /// @param bookedOn their day of booking
    /// @param first the number of the first one
    /// @param last the number of the last one
    List<BookedEntry> entries(LocalDate bookedOn, JournalNumber first, JournalNumber last);

    /// Tells how far each strand of the journal has come, in the order of the strands.
    List<StrandHead> heads();

    /// Adds up what was booked after an earlier total, in one statement and without a lock: each
    /// new entry is compared with the one before it, each purse it touched with what it left, and
    /// the sum over all accounts with zero. Without an earlier total, or where the journal is
    /// shorter than that, it begins with the first entry.
    RunningTotal addUp(Optional<RunningTotal> before);

    /// Adds up all entries and compares them with everything that is derived from them. The
    /// caller's transaction should read repeatably, or the figures are of different moments.
    BooksReport verify();
}

package onecard.platform.purchases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardSettings;
import onecard.platform.cards.Cards;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.ledger.Tray;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.ThisNode;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// What corrections and back-entries have in common: they are made at a desk, after the fact, one
/// by one, and are written into the same journal as the kitchen's.
@Component
class AfterTheFact {
    private static final int STRAND_OF_DESKS = 0;

    private final Ledger ledger;
    private final Cards cards;
    private final Settings settings;
    private final CardSettings parameters;
    private final CurrentOperator operator;
    private final PostgresTrayStore.JournalTables tables;
    private final ThisNode node;
    private final Clock clock;

    AfterTheFact(
            Ledger ledger,
            Cards cards,
            Settings settings,
            CardSettings parameters,
            CurrentOperator operator,
            PostgresTrayStore.JournalTables tables,
            ThisNode node,
            Clock clock) {
        this.ledger = ledger;
        this.cards = cards;
        this.settings = settings;
        this.parameters = parameters;
        this.operator = operator;
        this.tables = tables;
        this.node = node;
        this.clock = clock;
    }

    /// Locks an account, which must not be closed. No limit opens until the transaction ends.
    Balances lock(int person) {
        tables.latch().share();
        var account = new AccountId(person);
        var locked = ledger.lock(List.of(account)).get(account);
        var state = cards.accountStates(List.of(new PersonId(person))).get(new PersonId(person));
        if (locked == null || state == null) {
            throw Problem.of(PurchaseProblems.NOT_OPEN).with("personId", person);
        }
        if (state == AccountState.CLOSED) {
            throw Problem.of(PurchaseProblems.CLOSED).with("personId", person);
        }
        return locked;
    }

    /// Refuses what lies further back than the site's window, unless the operator may (`M-196`).
    void mustBeWithinWindow(Instant since) {
        int hours = parameters.current().correctionHours();
        boolean late = since.plusSeconds(hours * 3_600L).isBefore(clock.instant());
        if (late && !operator.get().may(Permission.CORRECT_OLD_CHARGES)) {
            throw Problem.of(PurchaseProblems.WINDOW_OVER)
                    .with("hours", hours)
                    .with("permission", Permission.CORRECT_OLD_CHARGES.name());
        }
    }

    /// Splits money that is taken, or says what is missing.
    ChargeSplit take(ChargeSplit.Means means, Money amount) {
        boolean may = operator.get().may(Permission.OVERDRAW);
        return ChargeSplit.take(settings.current().purseOrder(), means, amount, may)
                .orElseThrow(() ->
                        Problem.of(PurchaseProblems.NOT_ENOUGH)
                                .with("leftCents", means.available().cents())
                                .with("missingCents", amount.minus(means.available()).cents()));
    }

    CorrectionTable.By by(String words) {
        var who = operator.get();
        return new CorrectionTable.By(who.id(), who.displayName(), words);
    }

    /// Opens the journal for one row.
    Tray open() {
        var now = clock.instant();
        var day = now.atZone(settings.current().zone()).toLocalDate();
        var tray = ledger.openTray(node.strand(STRAND_OF_DESKS), now, day);
        tables.purchases().prepareMonth(day);
        return tray;
    }

    /// What is written of one row.
    ///
    /// @param change what becomes of what the account used up
    record Entry(
            JournalRow row,
            Balances before,
            EntryKind kind,
            Overdraft overdraft,
            UnaryOperator<Usages> change) {}

    /// Writes the row, moves the money, and keeps usage in step.
    void write(Tray tray, Entry entry) {
        var row = entry.row();
        var account = entry.before().account();
        var notes = ledger.notes(List.of(account));
        var used = Usages.of(notes.getOrDefault(account, new byte[0]));
        ledger.post(
                tray,
                Map.of(account, entry.before()),
                moves(entry),
                Map.of(account, entry.change().apply(used).stored()));
        tables.purchases().insert(tray, List.of(row));
        tables.takings().follow(tray.strand(), tray.bookedOn());
    }

    private static List<Transfer> moves(Entry entry) {
        var moves = new ArrayList<Transfer>(2);
        var bill = entry.row().bill();
        move(moves, entry, Purse.SUBSIDY, bill.subsidy());
        move(moves, entry, Purse.CASH, bill.cash());
        return moves;
    }

    private static void move(List<Transfer> moves, Entry entry, Purse purse, Money amount) {
        if (amount.isZero()) {
            return;
        }
        var row = entry.row();
        Side merchant = Side.merchant(row.place().merchant());
        Side own = entry.before().account().purse(purse);
        boolean taken = amount.isPositive();
        moves.add(
                new Transfer(
                        entry.kind(),
                        taken ? own : merchant,
                        taken ? merchant : own,
                        taken ? amount : amount.negated(),
                        taken && purse == Purse.CASH ? entry.overdraft() : Overdraft.NONE,
                        row.at(),
                        row.number()));
    }

    /// Returns what the purses hold after a row, for the row itself.
    JournalRow.Who after(JournalRow.Who who, Balances before, Bill bill) {
        var after = Moves.paid(before, bill);
        return new JournalRow.Who(
                who.account(),
                after.version(),
                Optional.empty(),
                who.group(),
                who.department(),
                after.cash(),
                after.spendableSubsidy(settings.current().siteDay(clock.instant())));
    }
}

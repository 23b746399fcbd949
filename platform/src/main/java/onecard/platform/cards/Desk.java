package onecard.platform.cards;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.ThisNode;
import org.springframework.stereotype.Component;

/// What every operation at a desk does: lock the account, look, book, and note what was done. The
/// transaction is the caller's.
@Component
class Desk {
    private static final int STRAND_OF_DESKS = 0;
    private static final int THE_PLATFORM = 0;

    private final People people;
    private final Ledger ledger;
    private final Settings settings;
    private final CurrentOperator operator;
    private final ThisNode node;
    private final Clock clock;
    private final Tables tables;

    Desk(
            People people,
            Ledger ledger,
            Settings settings,
            CurrentOperator operator,
            ThisNode node,
            Clock clock,
            Tables tables) {
        this.people = people;
        this.ledger = ledger;
        this.settings = settings;
        this.operator = operator;
        this.node = node;
        this.clock = clock;
        this.tables = tables;
    }

    /// The tables a desk looks into.
    @Component
    record Tables(
            AccountStateTable states,
            CardIssueTable issues,
            HoldTable holds,
            OperationTable operations,
            ShiftTable shifts,
            CardParameterTable parameters) {}

    /// Locks somebody's account and looks.
    Visit visit(PersonId id) {
        return visit(id, List.of(id));
    }

    /// The same, with the accounts of others locked too.
    Visit visit(PersonId id, Collection<PersonId> all) {
        var accounts = all.stream().map(each -> new AccountId(each.value())).toList();
        return visit(id, () -> ledger.lock(accounts));
    }

    /// Looks without a lock: for showing, never for deciding.
    Visit look(PersonId id) {
        return visit(id, () -> ledger.balances(List.of(new AccountId(id.value()))));
    }

    private Visit visit(PersonId id, Supplier<Map<AccountId, Balances>> balances) {
        var person = people.find(id).orElseThrow(() -> Problem.notFound("person", id.value()));
        var held = balances.get();
        return new Visit(
                person,
                Optional.ofNullable(held.get(new AccountId(id.value()))),
                Optional.ofNullable(tables.states().read(List.of(id)).get(id)),
                tables.issues().open(id),
                tables.holds().open(id),
                settings.current(),
                tables.parameters().read().parameters(),
                clock.instant());
    }

    /// Opens accounts that are not open yet, and locks them all.
    void open(Collection<PersonId> ids) {
        var accounts = ids.stream().map(id -> new AccountId(id.value())).toList();
        ledger.open(accounts);
        ledger.lock(accounts);
        tables.states().open(ids, clock.instant());
    }

    /// Books transfers; nothing for none.
    Optional<Booked> book(Visit visit, List<Transfer> transfers) {
        var before = new HashMap<AccountId, Balances>();
        visit.balances().ifPresent(held -> before.put(held.account(), held));
        return book(before, transfers, visit.site(), visit.now());
    }

    /// Books transfers of many; the accounts are locked.
    Optional<Booked> book(
            Map<AccountId, Balances> before,
            List<Transfer> transfers,
            SiteSettings site,
            Instant now) {
        if (transfers.isEmpty()) {
            return Optional.empty();
        }
        var day = now.atZone(site.zone()).toLocalDate();
        var tray = ledger.openTray(node.strand(STRAND_OF_DESKS), now, day);
        var after = ledger.post(tray, before, transfers);
        // The places of a tray are handed out one after the other, so the next free one tells.
        long next = tray.nextNumber().value();
        return Optional.of(new Booked(day, next - transfers.size(), next - 1, after));
    }

    /// Notes what was done, in the name of whoever is at work.
    int note(Deed deed, Visit visit) {
        return note(deed, visit.site(), visit.now());
    }

    int note(Deed deed, SiteSettings site, Instant now) {
        var who = operator.find();
        var shift = who.flatMap(one -> tables.shifts().join(one.id()));
        return tables.operations()
                .add(
                        deed,
                        new OperationTable.Doer(
                                who.map(Operator::id).orElse(THE_PLATFORM),
                                who.map(Operator::displayName).orElse(""),
                                shift,
                                now,
                                now.atZone(site.zone()).toLocalDate()));
    }

    /// Returns the operator at work, for what needs no visit.
    Operator cashier() {
        return cashier(tables.parameters().read().parameters());
    }

    /// Returns the operator at work, whose shift must be open where the site asks for one.
    Operator cashier(CardParameters parameters) {
        var who = operator.get();
        if (parameters.shiftRequired() && tables.shifts().join(who.id()).isEmpty()) {
            throw Problem.of(CardProblems.NO_SHIFT);
        }
        return who;
    }

    /// Returns the drawer of the operator at work.
    Side drawer(CardParameters parameters) {
        return Side.desk(cashier(parameters).id());
    }
}

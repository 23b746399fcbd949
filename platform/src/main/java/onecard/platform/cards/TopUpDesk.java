package onecard.platform.cards;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.ThisNode;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;

/// The top-up desk: checks under the lock of the account, then books everything of an operation in
/// one transaction, in the name of the operator at work and through that operator's drawer.
@Service
class TopUpDesk implements TopUps {
    private static final int STRAND_OF_DESKS = 0;

    private final TopUpTable topUps;
    private final TopUpUndoTable undos;
    private final AccountStateTable states;
    private final People people;
    private final Ledger ledger;
    private final Settings settings;
    private final CurrentOperator operator;
    private final IdempotentCommands commands;
    private final AuditTrail audit;
    private final ThisNode node;
    private final Clock clock;

    TopUpDesk(
            TopUpTable topUps,
            TopUpUndoTable undos,
            AccountStateTable states,
            People people,
            Ledger ledger,
            Settings settings,
            CurrentOperator operator,
            IdempotentCommands commands,
            AuditTrail audit,
            ThisNode node,
            Clock clock) {
        this.topUps = topUps;
        this.undos = undos;
        this.states = states;
        this.people = people;
        this.ledger = ledger;
        this.settings = settings;
        this.operator = operator;
        this.commands = commands;
        this.audit = audit;
        this.node = node;
        this.clock = clock;
    }

    /// What the key of an undo stands for.
    private record UndoOf(int operationId) {}

    @Override
    public TopUpReceipt topUp(UUID key, TopUp topUp) {
        return commands.once(key, topUp, TopUpReceipt.class, () -> book(topUp));
    }

    @Override
    public TopUpReceipt undo(UUID key, int operationId) {
        return commands.once(
                key, new UndoOf(operationId), TopUpReceipt.class, () -> takeBack(operationId));
    }

    private TopUpReceipt book(TopUp topUp) {
        var person = find(topUp.person());
        var before = lock(topUp.person());
        mustBeOpen(topUp.person());
        var site = settings.current();
        var now = clock.instant();
        var today = site.siteDay(now);
        checkUntil(topUp, today);
        var who = operator.get();
        var plan = TopUpPlan.of(topUp, before, Side.desk(who.id()), site, today, now);
        var booked = post(before, plan.transfers(), site, now);
        var until = TopUpPlan.untilAfter(topUp, before);
        if (topUp.subsidy().isPositive()) {
            ledger.subsidyUntil(before.account(), until);
        }
        var row =
                new TopUpRow(
                        0,
                        topUp.person(),
                        who.id(),
                        who.displayName(),
                        now,
                        booked.on(),
                        booked.first(),
                        booked.last(),
                        topUp.cash(),
                        topUp.subsidy(),
                        topUp.mode(),
                        plan.cleared(),
                        before.subsidyUntil(),
                        until,
                        topUp.channel(),
                        topUp.remark(),
                        spendable(before, before.subsidyUntil(), today),
                        spendable(booked.after(), until, today),
                        now.plus(site.undoWindow()),
                        false);
        return keep(row, person);
    }

    private void mustBeOpen(PersonId person) {
        AccountStates.mustBeOpen(
                person, Optional.ofNullable(states.read(List.of(person)).get(person)));
    }

    private TopUpReceipt keep(TopUpRow row, Person person) {
        int id = topUps.add(row);
        audit.record("cards.topped-up", subject(person), details(id, row));
        return new TopUpReceipt(
                id, row.firstNumber(), row.at(), row.before(), row.after(), row.undoUntil());
    }

    private TopUpReceipt takeBack(int operationId) {
        var done = topUps.find(operationId).orElseThrow(() -> noSuch(operationId));
        var who = operator.get();
        if (done.operator() != who.id()) {
            throw Problem.of(CardProblems.UNDO_NOT_YOURS).with("operatorName", done.operatorName());
        }
        var person = find(done.person());
        var before = lock(done.person());
        var now = clock.instant();
        checkUndo(operationId, now);
        var site = settings.current();
        var today = site.siteDay(now);
        var transfers = TopUpPlan.undo(done, before, Side.desk(who.id()), now);
        var booked = post(before, transfers, site, now);
        var until = done.subsidy().isPositive() ? done.untilBefore() : before.subsidyUntil();
        if (done.subsidy().isPositive()) {
            ledger.subsidyUntil(before.account(), until);
        }
        undos.add(
                operationId,
                who.id(),
                who.displayName(),
                now,
                booked.on(),
                booked.first(),
                booked.last());
        audit.record("cards.top-up-undone", subject(person), details(operationId, done));
        return new TopUpReceipt(
                operationId,
                booked.first(),
                now,
                spendable(before, before.subsidyUntil(), today),
                spendable(booked.after(), until, today),
                done.undoUntil());
    }

    /// Under the lock of the account, because two may press the button.
    private void checkUndo(int operationId, Instant now) {
        var row = topUps.find(operationId).orElseThrow(() -> noSuch(operationId));
        if (row.undone()) {
            throw Problem.of(CardProblems.UNDO_DONE).with("operationId", operationId);
        }
        if (now.isAfter(row.undoUntil())) {
            throw Problem.of(CardProblems.UNDO_TOO_LATE)
                    .with("undoUntil", row.undoUntil().toString());
        }
        if (row.subsidy().isPositive() && topUps.hasLaterGrant(row)) {
            throw Problem.of(CardProblems.UNDO_NOT_LATEST).with("operationId", operationId);
        }
    }

    private record Booked(LocalDate on, long first, long last, Balances after) {}

    private Booked post(Balances before, List<Transfer> transfers, SiteSettings site, Instant now) {
        var day = now.atZone(site.zone()).toLocalDate();
        var tray = ledger.openTray(node.strand(STRAND_OF_DESKS), now, day);
        var after =
                ledger.post(tray, Map.of(before.account(), before), transfers)
                        .get(before.account());
        if (after == null) {
            throw new IllegalStateException("A posting tells what its account holds");
        }
        // Every transfer touches this account, so the newest of its entries is the last of the
        // tray.
        long last = after.newest().orElseThrow().number().value();
        return new Booked(day, last - transfers.size() + 1, last, after);
    }

    private Balances lock(PersonId person) {
        var account = new AccountId(person.value());
        var locked = ledger.lock(List.of(account)).get(account);
        if (locked == null) {
            throw Problem.of(CardProblems.NOT_OPEN).with("personId", person.value());
        }
        return locked;
    }

    private static void checkUntil(TopUp topUp, LocalDate today) {
        if (topUp.subsidy().isPositive()
                && topUp.subsidyUntil().isPresent()
                && topUp.subsidyUntil().get().isBefore(today)) {
            throw Problem.field(
                    "subsidyUntil", "error.cards.until-past", Map.of("day", today.toString()));
        }
    }

    private Person find(PersonId id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("person", id.value()));
    }

    private static Problem noSuch(int operationId) {
        return Problem.notFound("top-up", operationId);
    }

    private static TopUpReceipt.Spendable spendable(
            Balances balances, Optional<LocalDate> until, LocalDate today) {
        boolean expired = until.isPresent() && today.isAfter(until.get());
        return new TopUpReceipt.Spendable(
                balances.cash(), expired ? Money.ZERO : balances.subsidy());
    }

    private static Map<String, Object> details(int id, TopUpRow row) {
        var details = new LinkedHashMap<String, Object>();
        details.put("operation", id);
        details.put("cashCents", row.cash().cents());
        details.put("subsidyCents", row.subsidy().cents());
        details.put("channel", row.channel().name());
        if (row.subsidy().isPositive()) {
            details.put("subsidyMode", row.mode().name());
            row.untilAfter().ifPresent(day -> details.put("subsidyUntil", day.toString()));
        }
        return details;
    }

    private static String subject(Person person) {
        return "person " + person.number() + " " + person.name();
    }
}

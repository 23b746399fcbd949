package onecard.platform.purchases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Tray;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.people.GroupId;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.Standing;
import onecard.platform.rules.CurrentRulebook;
import onecard.platform.rules.Occasion;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Purchases entered by hand from a slip (手工录入消费单据, `M-199` to `M-201`, `D-41`): no discount and no
/// refusal by rules, but the balance must be there; they count for the meal, day and merchant of
/// their own time and terminal.
@Service
class BackEntries {
    /// A back-entry has no number of its terminal.
    private static final long NO_SEQ = 0;

    private final AfterTheFact desk;
    private final CorrectionTable entries;
    private final Terminals terminals;
    private final MealPeriods meals;
    private final People people;
    private final CurrentRulebook rulebook;
    private final Settings settings;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final Clock clock;

    BackEntries(
            AfterTheFact desk,
            CorrectionTable entries,
            Terminals terminals,
            MealPeriods meals,
            People people,
            CurrentRulebook rulebook,
            Settings settings,
            CurrentOperator operator,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.entries = entries;
        this.terminals = terminals;
        this.meals = meals;
        this.people = people;
        this.rulebook = rulebook;
        this.settings = settings;
        this.operator = operator;
        this.audit = audit;
        this.clock = clock;
    }

    /// A slip.
    ///
    /// @param at the time on it
    record Slip(PersonId person, TerminalId terminal, Instant at, Money amount, String remark) {}

    /// What was booked.
    record Entered(long number, Money cash, Money subsidy, Money cashAfter, Money subsidyAfter) {}

    @Transactional
    Entered enter(Slip slip) {
        if (slip.at().isAfter(clock.instant())) {
            throw Problem.field("at", "error.purchases.future");
        }
        desk.mustBeWithinWindow(slip.at());
        var place = place(slip);
        var standing =
                Optional.ofNullable(people.standing(List.of(slip.person())).get(slip.person()))
                        .orElseThrow(() -> Problem.notFound("person", slip.person().value()));
        var balances = desk.lock(slip.person().value());
        var moment = meals.current().at(place.merchant(), slip.at());
        var occasion = occasion(slip, place, standing, moment);
        // The subsidy that was valid at its own time (`D-07`).
        var subsidy = balances.spendableSubsidy(settings.current().siteDay(slip.at()));
        var terms = rulebook.get().cashTerms(occasion);
        var split =
                desk.take(new ChargeSplit.Means(balances.cash(), subsidy, terms), slip.amount());
        return write(slip, place, standing, moment, occasion, split, balances);
    }

    private Terminals.Place place(Slip slip) {
        var register = terminals.current();
        var terminal =
                register.find(slip.terminal())
                        .orElseThrow(() -> Problem.notFound("terminal", slip.terminal().value()));
        var place =
                terminals
                        .placeAt(slip.terminal(), slip.at())
                        .orElseThrow(() ->
                                Problem.of(PurchaseProblems.NO_TERMINAL_THEN)
                                        .with("serial", terminal.serial().value()));
        if (!operator.get().merchants().covers(place.merchant().value())) {
            throw Problem.notFound("terminal", slip.terminal().value());
        }
        return place;
    }

    private Occasion occasion(
            Slip slip, Terminals.Place place, Standing standing, MealMoment moment) {
        return new Occasion(
                standing.group(),
                place.merchant(),
                slip.terminal().value(),
                slip.at().atZone(settings.current().zone()).toLocalDateTime(),
                moment.businessDay(),
                moment.mealId());
    }

    private Entered write(
            Slip slip,
            Terminals.Place place,
            Standing standing,
            MealMoment moment,
            Occasion occasion,
            ChargeSplit split,
            Balances balances) {
        var tray = desk.open();
        var who = desk.after(who(slip, standing, balances), balances, split.bill());
        var row = row(slip, place, moment, tray, who, split.bill());
        var counters = rulebook.get().countersFor(occasion);
        desk.write(
                tray,
                new AfterTheFact.Entry(
                        row,
                        balances,
                        EntryKind.BACK_ENTRY,
                        split.overdraft(),
                        usages -> usages.entered(counters, slip.amount())));
        entries.enter(row, desk.by(slip.remark()));
        audit.record(
                "purchases.back-entered",
                "person " + slip.person().value(),
                Map.of(
                        "amountCents",
                        slip.amount().cents(),
                        "at",
                        slip.at().toString(),
                        "terminal",
                        slip.terminal().value(),
                        "remark",
                        slip.remark()));
        return new Entered(
                row.number(), split.cash(), split.subsidy(), who.cashAfter(), who.subsidyAfter());
    }

    private static JournalRow.Who who(Slip slip, Standing standing, Balances balances) {
        return new JournalRow.Who(
                new AccountId(slip.person().value()),
                balances.version(),
                Optional.empty(),
                standing.group().map(GroupId::value),
                standing.department().value(),
                balances.cash(),
                balances.subsidy());
    }

    private static JournalRow row(
            Slip slip,
            Terminals.Place place,
            MealMoment moment,
            Tray tray,
            JournalRow.Who who,
            Bill bill) {
        return new JournalRow(
                tray.nextNumber().value(),
                tray.bookedOn(),
                JournalRow.Kind.BACK_ENTRY,
                new Claim(slip.terminal().value(), NO_SEQ),
                slip.at(),
                Optional.empty(),
                new JournalRow.Content(Mode.FREE_AMOUNT, Paper.NONE, slip.amount()),
                new Place(
                        slip.terminal().value(),
                        place.merchant().value(),
                        place.outlet().map(outlet -> outlet.value()),
                        true),
                new JournalRow.MealDay(moment.businessDay(), moment.mealId().map(MealId::value)),
                Optional.of(who),
                bill,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

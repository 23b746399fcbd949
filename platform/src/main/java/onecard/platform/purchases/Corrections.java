package onecard.platform.purchases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.Tray;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.CurrentRulebook;
import onecard.platform.rules.Occasion;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Corrections of charges (更正收款失误, `M-195` to `M-198`, `D-04`, `D-05`): each books the difference
/// under the lock of the account and leaves the purchase as it is.
@Service
class Corrections {
    private final AfterTheFact desk;
    private final JournalPages pages;
    private final CorrectionTable corrections;
    private final CurrentRulebook rulebook;
    private final Settings settings;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final Clock clock;

    Corrections(
            AfterTheFact desk,
            JournalPages pages,
            CorrectionTable corrections,
            CurrentRulebook rulebook,
            Settings settings,
            CurrentOperator operator,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.corrections = corrections;
        this.rulebook = rulebook;
        this.settings = settings;
        this.operator = operator;
        this.audit = audit;
        this.clock = clock;
    }

    /// A charge to be corrected.
    ///
    /// @param should what should have been taken
    record Wanted(LocalDate bookedOn, long number, Money should, String reason) {}

    /// What a correction did.
    record Corrected(
            long number,
            Instant at,
            Money before,
            Money after,
            Money cashAfter,
            Money subsidyAfter) {}

    @Transactional
    Corrected correct(Wanted wanted) {
        var seen = find(wanted);
        var who = seen.row().who().orElseThrow(() -> nothing(wanted));
        var balances = desk.lock(who.account().value());
        // Again, under the lock: it may have been voided or corrected meanwhile.
        var line = find(wanted);
        if (line.voided()) {
            throw Problem.of(PurchaseProblems.VOIDED).with("number", readable(wanted));
        }
        var row = line.row();
        boolean late = row.kind() == JournalRow.Kind.RECORD;
        desk.mustBeWithinWindow(late ? line.bookedAt() : row.at());
        var charged = charged(row);
        var difference = wanted.should().minus(charged.net());
        if (difference.isZero()) {
            throw Problem.of(PurchaseProblems.NO_CHANGE)
                    .with("chargedCents", charged.net().cents());
        }
        var split = split(row, who, charged, difference, balances);
        return write(wanted, row, who, charged, split, balances);
    }

    private ChargeSplit split(
            JournalRow row, JournalRow.Who who, Bill charged, Money difference, Balances balances) {
        if (difference.isNegative()) {
            return ChargeSplit.back(settings.current().purseOrder(), charged, difference.negated());
        }
        var today = settings.current().siteDay(clock.instant());
        var terms = rulebook.get().cashTerms(occasion(row, who));
        return desk.take(
                new ChargeSplit.Means(balances.cash(), balances.spendableSubsidy(today), terms),
                difference);
    }

    private Corrected write(
            Wanted wanted,
            JournalRow row,
            JournalRow.Who who,
            Bill charged,
            ChargeSplit split,
            Balances balances) {
        var tray = desk.open();
        var after = desk.after(who, balances, split.bill());
        var correction = row(wanted, row, tray, after, split.bill());
        var counters = rulebook.get().countersFor(occasion(row, who));
        desk.write(
                tray,
                new AfterTheFact.Entry(
                        correction,
                        balances,
                        EntryKind.CORRECTION,
                        split.overdraft(),
                        usages -> usages.corrected(counters, split.bill().net())));
        corrections.add(correction, undone(row), wanted.should(), desk.by(wanted.reason()));
        audit.record(
                "purchases.charge-corrected",
                "purchase " + readable(wanted),
                Map.of(
                        "fromCents",
                        charged.net().cents(),
                        "toCents",
                        wanted.should().cents(),
                        "reason",
                        wanted.reason()));
        return new Corrected(
                correction.number(),
                correction.at(),
                charged.net(),
                wanted.should(),
                after.cashAfter(),
                after.subsidyAfter());
    }

    private static JournalRow row(
            Wanted wanted, JournalRow row, Tray tray, JournalRow.Who after, Bill difference) {
        return new JournalRow(
                tray.nextNumber().value(),
                tray.bookedOn(),
                JournalRow.Kind.CORRECTION,
                row.claim(),
                tray.bookedAt(),
                Optional.empty(),
                new JournalRow.Content(Mode.FREE_AMOUNT, Paper.NONE, wanted.should()),
                row.place(),
                row.day(),
                Optional.of(after),
                difference,
                Optional.empty(),
                Optional.empty(),
                Optional.of(undone(row)));
    }

    private static JournalRow.Undone undone(JournalRow row) {
        return new JournalRow.Undone(row.number(), row.bookedOn());
    }

    /// Returns what a purchase costs with all its corrections.
    Bill charged(JournalRow row) {
        var charged = row.bill();
        for (var correction : corrections.of(List.of(row.number()))) {
            charged = charged.plus(correction.cash(), correction.subsidy());
        }
        return charged;
    }

    private JournalLine find(Wanted wanted) {
        var place = new EntryPlace(wanted.bookedOn(), new JournalNumber(wanted.number()));
        var line =
                Optional.ofNullable(pages.at(Set.of(place)).get(place))
                        .filter(one ->
                                operator.get().merchants().covers(one.row().place().merchant()))
                        .orElseThrow(() -> Problem.notFound("purchase", readable(wanted)));
        if (!isCharge(line.row())) {
            throw nothing(wanted);
        }
        return line;
    }

    /// Tells whether a row charged something that can be corrected; count mode moves no money.
    static boolean isCharge(JournalRow row) {
        boolean bought =
                switch (row.kind()) {
                    case ONLINE, RECORD, BACK_ENTRY -> true;
                    case VOID, CORRECTION -> false;
                };
        return bought
                && row.refusal().isEmpty()
                && row.who().isPresent()
                && row.content().mode() != Mode.COUNT;
    }

    private Occasion occasion(JournalRow row, JournalRow.Who who) {
        return new Occasion(
                who.group().map(GroupId::new),
                new MerchantId(row.place().merchant()),
                row.place().terminal(),
                row.at().atZone(settings.current().zone()).toLocalDateTime(),
                row.day().businessDay(),
                row.day().meal().map(MealId::new));
    }

    private static Problem nothing(Wanted wanted) {
        return Problem.of(PurchaseProblems.NOTHING_CHARGED).with("number", readable(wanted));
    }

    private static String readable(Wanted wanted) {
        return new JournalNumber(wanted.number()).toString();
    }
}

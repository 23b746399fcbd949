package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.PastIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.Occasion;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// Books one record whose number is new. It reports what has happened, so no rule refuses it; it
/// counts in the meal, the day and the windows of its own time.
final class RecordDecision {
    private final Plate plate;
    private final RecordFacts facts;
    private final Journal journal;
    private final SoldRecord record;
    private final RecordTime time;
    private final Place place;
    private final MealMoment moment;

    RecordDecision(Plate plate, RecordFacts facts, Journal journal, SoldRecord record) {
        this.plate = plate;
        this.facts = facts;
        this.journal = journal;
        this.record = record;
        this.time = facts.timeOf(record);
        this.place = facts.placeAt(time.at());
        this.moment = plate.situation.timetable().at(new MerchantId(place.merchant()), time.at());
    }

    /// What came out.
    record Decided(JournalRow row, Optional<FollowUp> followUp) {
        Records.Fate fate() {
            return row.refusal().isPresent() ? Records.Fate.DISPUTED : Records.Fate.BOOKED;
        }
    }

    /// Who paid.
    private record Payer(PastIssue past, Holder holder, Balances balances) {
        AccountId account() {
            return balances.account();
        }
    }

    Decided decide() {
        return payer().map(this::book).orElseGet(() -> dispute(unknown()));
    }

    private Optional<Payer> payer() {
        return facts.issueOf(record)
                .flatMap(past -> {
                    AccountId account = Kitchen.accountOf(past.issue().person().value());
                    Optional<Balances> balances = Optional.ofNullable(plate.balances.get(account));
                    return plate.holder(account)
                            .flatMap(holder -> balances.map(b -> new Payer(past, holder, b)));
                });
    }

    private Refusal unknown() {
        return switch (record.instrument()) {
            case Instrument.Card _ -> Refusal.ILLEGAL_CARD;
            case Instrument.Face _, Instrument.NumberAndPin _, Instrument.QrToken _ ->
                    Refusal.INSTRUMENT_UNSUPPORTED;
        };
    }

    /// Nobody owes it: the number is claimed, and nothing is booked.
    private Decided dispute(Refusal refusal) {
        JournalRow row = row(Optional.empty(), Bill.NOTHING, Optional.of(refusal));
        journal.claim(row, List.of());
        return new Decided(
                row,
                Optional.of(
                        followUp(row, EnumSet.of(RecordAgain.unknown(refusal)), Optional.empty())));
    }

    private Decided book(Payer payer) {
        AccountId account = payer.account();
        Balances before = payer.balances();
        Occasion occasion = occasion(payer);
        Money lapsed = facts.lapsed().getOrDefault(account, Money.ZERO);
        RecordSplit split = split(payer, occasion, lapsed);
        Money back = split.subsidy().minus(before.subsidy()).max(Money.ZERO);
        Balances after = split.after(regranted(before, back));
        boolean late = payer.past().endedAt().isPresent();
        boolean overdrawn = split.overdraws(before);
        Overdraft why =
                !overdrawn ? Overdraft.NONE : late ? Overdraft.LATE_RECORD : Overdraft.RECORD;
        JournalRow row = row(Optional.of(who(payer, after)), split.bill(), Optional.empty());
        List<Transfer> moves = new ArrayList<>(regrant(account, back, row.number()));
        moves.addAll(
                split.moves(
                        account, Side.merchant(place.merchant()), why, time.at(), row.number()));
        plate.balances.put(account, after);
        plate.used(
                account,
                plate.usagesOf(account)
                        .entered(
                                plate.situation.rulebook().countersFor(occasion),
                                split.bill().net()));
        journal.claim(row, moves);
        Set<FollowUpReason> reasons = reasons(payer, overdrawn);
        return new Decided(
                row,
                reasons.isEmpty()
                        ? Optional.empty()
                        : Optional.of(followUp(row, reasons, Optional.of(after))));
    }

    private RecordSplit split(Payer payer, Occasion occasion, Money lapsed) {
        Balances before = payer.balances();
        var order = plate.situation.settings().purseOrder();
        Money charged = record.charged();
        if (payer.past().isHeld()) {
            return RecordSplit.held(order, before, charged);
        }
        Money subsidy = before.spendableSubsidy(plate.siteDay(time.at())).plus(lapsed);
        return record.decided()
                .map(decided -> RecordSplit.decided(decided, subsidy))
                .orElseGet(() ->
                        RecordSplit.of(
                                order,
                                before.cash(),
                                subsidy,
                                plate.situation.rulebook().cashTerms(occasion),
                                charged));
    }

    /// A subsidy that expired since was good when it was spent: the expiry is taken back by that
    /// much (`D-07`).
    private List<Transfer> regrant(AccountId account, Money back, long number) {
        if (back.isZero()) {
            return List.of();
        }
        facts.lapsed().merge(account, back.negated(), Money::plus);
        return List.of(
                new Transfer(
                        EntryKind.EXPIRY,
                        Side.subsidyFund(),
                        account.purse(Purse.SUBSIDY),
                        back,
                        Overdraft.NONE,
                        time.at(),
                        number));
    }

    private static Balances regranted(Balances before, Money back) {
        return back.isZero()
                ? before
                : new Balances(
                        before.account(),
                        before.version() + 1,
                        before.facts(),
                        before.cash(),
                        before.subsidy().plus(back),
                        before.heldCash(),
                        before.heldSubsidy(),
                        before.subsidyUntil(),
                        before.newest());
    }

    private Set<FollowUpReason> reasons(Payer payer, boolean overdrawn) {
        var reasons = EnumSet.noneOf(FollowUpReason.class);
        if (overdrawn) {
            reasons.add(FollowUpReason.OVERDRAWN);
        }
        if (payer.past().wasLostAt(time.at())) {
            reasons.add(FollowUpReason.CARD_LOST);
        }
        ofTheCard(payer.past()).ifPresent(reasons::add);
        if (payer.past().issue().expiredOn(plate.siteDay(time.at()))) {
            reasons.add(FollowUpReason.CARD_EXPIRED);
        }
        ofTheAccount(payer.holder().state()).ifPresent(reasons::add);
        if (time.isUnsure()) {
            reasons.add(FollowUpReason.TIME_UNSURE);
        }
        if (record.amountUnsure()) {
            reasons.add(FollowUpReason.AMOUNT_UNSURE);
        }
        return reasons;
    }

    private static Optional<FollowUpReason> ofTheCard(PastIssue past) {
        return switch (past.issue().state()) {
            case REPLACED ->
                    past.isHeld() ? Optional.empty() : Optional.of(FollowUpReason.OLD_CARD);
            case RETURNED -> Optional.of(FollowUpReason.CARD_RETURNED);
            case SCRAPPED -> Optional.of(FollowUpReason.CARD_SCRAPPED);
            case ISSUED, LOST -> Optional.empty();
        };
    }

    private static Optional<FollowUpReason> ofTheAccount(AccountState state) {
        return switch (state) {
            case CLOSED -> Optional.of(FollowUpReason.ACCOUNT_CLOSED);
            case FROZEN -> Optional.of(FollowUpReason.ACCOUNT_FROZEN);
            case OPEN -> Optional.empty();
        };
    }

    private Occasion occasion(Payer payer) {
        return new Occasion(
                payer.holder().group(),
                new MerchantId(place.merchant()),
                place.terminal(),
                time.at().atZone(plate.situation.settings().zone()).toLocalDateTime(),
                moment.businessDay(),
                moment.mealId());
    }

    private JournalRow.Who who(Payer payer, Balances after) {
        LocalDate today = plate.siteDay(facts.arrivedAt());
        return new JournalRow.Who(
                after.account(),
                after.version(),
                Optional.of(payer.past().issue().id()),
                payer.holder().group().map(GroupId::value),
                payer.holder().department(),
                after.cash(),
                after.spendableSubsidy(today));
    }

    private JournalRow row(Optional<JournalRow.Who> who, Bill bill, Optional<Refusal> refusal) {
        return new JournalRow(
                journal.tray().nextNumber().value(),
                journal.tray().bookedOn(),
                JournalRow.Kind.RECORD,
                new Claim(place.terminal(), record.seq()),
                time.at(),
                Optional.of(record.terminalTime()),
                record.content(),
                place,
                new JournalRow.MealDay(moment.businessDay(), moment.mealId().map(MealId::value)),
                who,
                bill,
                refusal,
                Optional.empty(),
                Optional.empty());
    }

    private FollowUp followUp(
            JournalRow row, Set<FollowUpReason> reasons, Optional<Balances> after) {
        Instant at = time.at();
        return new FollowUp(
                row.refusal().isPresent() ? Records.Fate.DISPUTED : Records.Fate.BOOKED,
                reasons,
                place,
                record,
                at,
                after.map(Balances::account),
                Optional.of(new FollowUp.Row(row.number(), row.bookedOn())),
                after.map(Balances::cash));
    }
}

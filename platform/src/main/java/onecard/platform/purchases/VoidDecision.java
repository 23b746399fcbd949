package onecard.platform.purchases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.Counter;
import onecard.platform.rules.Occasion;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.VoidReason;

/// Decides one void (`D-33`). If the purchase is not there yet, its number is burnt: should it
/// still come, it is refused. Whichever message comes first, both sides end with the same.
final class VoidDecision {
    private final Plate plate;
    private final Optional<Journal> journal;
    private final Order.TakeBack back;
    private final Place place;

    VoidDecision(Plate plate, Optional<Journal> journal, Order.TakeBack back, Place place) {
        this.plate = plate;
        this.journal = journal;
        this.back = back;
        this.place = place;
    }

    Outcome decide(Claim claim) {
        Earlier earlier = plate.earlier.get(claim);
        if (earlier == null) {
            return burn(claim);
        }
        JournalRow row = earlier.row();
        if (earlier.burnt() || row.refusal().isPresent()) {
            return new Outcome.NothingCharged(row.number());
        }
        if (earlier.voided()) {
            return new Outcome.Voided(row.number(), row.bill().net());
        }
        Optional<Outcome.WhyNotVoided> objection = objection(row);
        if (objection.isPresent()) {
            return new Outcome.NotVoided(objection.get());
        }
        giveBack(row, earlier.charged());
        plate.earlier.put(claim, new Earlier(row, true));
        return new Outcome.Voided(row.number(), row.bill().net());
    }

    private Optional<Outcome.WhyNotVoided> objection(JournalRow row) {
        if (back.reason() == VoidReason.NO_ANSWER) {
            return Optional.empty();
        }
        MealMoment now = moment();
        var day = new JournalRow.MealDay(now.businessDay(), now.mealId().map(MealId::value));
        if (!day.equals(row.day())) {
            return Optional.of(Outcome.WhyNotVoided.OTHER_MEAL);
        }
        Duration window = plate.situation.settings().cashierVoidWindow();
        boolean late = Duration.between(row.at(), back.arrivedAt()).compareTo(window) > 0;
        return late ? Optional.of(Outcome.WhyNotVoided.TOO_LATE) : Optional.empty();
    }

    private Outcome burn(Claim claim) {
        long number = page().tray().nextNumber().value();
        MealMoment now = moment();
        JournalRow row =
                row(
                        claim,
                        place,
                        number,
                        Optional.empty(),
                        Bill.NOTHING,
                        new JournalRow.MealDay(now.businessDay(), now.mealId().map(MealId::value)),
                        Optional.empty());
        page().claim(row, List.of());
        plate.earlier.put(claim, new Earlier(row, false));
        return new Outcome.NothingCharged(number);
    }

    private void giveBack(JournalRow row, Bill charged) {
        JournalRow.Who who =
                row.who()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Purchase " + row.number() + " has no payer"));
        AccountId account = who.account();
        Balances before = plate.balances.get(account);
        boolean closed = before == null || isClosed(account);
        long number = page().tray().nextNumber().value();
        Optional<JournalRow.Who> whoNow = Optional.empty();
        if (before != null) {
            Balances after = closed ? before : Moves.paid(before, charged.negated());
            plate.balances.put(account, after);
            plate.used(
                    account,
                    plate.usagesOf(account).givenBack(row.at(), counters(row, who), charged.net()));
            whoNow = Optional.of(whoAfter(who, after));
        }
        Side cash = closed ? Side.unassigned() : account.purse(Purse.CASH);
        Side subsidy = closed ? Side.unassigned() : account.purse(Purse.SUBSIDY);
        page().append(
                        row(
                                row.claim(),
                                row.place(),
                                number,
                                whoNow,
                                charged.negated(),
                                row.day(),
                                Optional.of(new JournalRow.Undone(row.number(), row.bookedOn()))),
                        Moves.giveBack(
                                cash,
                                subsidy,
                                Side.merchant(row.place().merchant()),
                                charged,
                                back.arrivedAt(),
                                number));
    }

    private boolean isClosed(AccountId account) {
        return plate.holder(account).map(Holder::state).orElse(AccountState.CLOSED)
                == AccountState.CLOSED;
    }

    private List<Counter> counters(JournalRow row, JournalRow.Who who) {
        var occasion =
                new Occasion(
                        who.group().map(GroupId::new),
                        new MerchantId(row.place().merchant()),
                        row.place().terminal(),
                        row.at().atZone(plate.situation.settings().zone()).toLocalDateTime(),
                        row.day().businessDay(),
                        row.day().meal().map(MealId::new));
        return plate.situation.rulebook().countersFor(occasion);
    }

    private JournalRow.Who whoAfter(JournalRow.Who who, Balances after) {
        return new JournalRow.Who(
                who.account(),
                after.version(),
                who.cardIssue(),
                who.group(),
                who.department(),
                after.cash(),
                after.spendableSubsidy(plate.siteDay(back.arrivedAt())));
    }

    private JournalRow row(
            Claim claim,
            Place where,
            long number,
            Optional<JournalRow.Who> who,
            Bill bill,
            JournalRow.MealDay day,
            Optional<JournalRow.Undone> undoes) {
        return new JournalRow(
                number,
                page().tray().bookedOn(),
                JournalRow.Kind.VOID,
                claim,
                back.arrivedAt(),
                Optional.empty(),
                new JournalRow.Content(Mode.FREE_AMOUNT, Paper.NONE, Money.ZERO),
                where,
                day,
                who,
                bill,
                Optional.empty(),
                Optional.empty(),
                undoes);
    }

    private MealMoment moment() {
        return plate.situation.timetable().at(new MerchantId(place.merchant()), back.arrivedAt());
    }

    private Journal page() {
        return journal.orElseThrow(
                () -> new IllegalStateException("A tray without a journal has something to write"));
    }
}

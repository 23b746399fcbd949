package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.Counter;
import onecard.platform.rules.Facts;
import onecard.platform.rules.Occasion;
import onecard.platform.rules.Verdict;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// Decides one sale that was never asked before. The reasons are tried in the order of `D-51`; the
/// first that applies is the answer.
final class SaleDecision {
    private final Plate plate;
    private final Journal journal;
    private final Order.Sale sale;
    private final Place place;
    private final MealMoment moment;

    SaleDecision(Plate plate, Journal journal, Order.Sale sale, Place place) {
        this.plate = plate;
        this.journal = journal;
        this.sale = sale;
        this.place = place;
        this.moment =
                plate.situation.timetable().at(new MerchantId(place.merchant()), sale.arrivedAt());
    }

    /// Decides, writes the journal and changes the plate.
    JournalRow decide(Claim claim) {
        if (!place.served()) {
            return refuse(claim, Refusal.TERMINAL_NOT_SERVED, Optional.empty(), Optional.empty());
        }
        return switch (sale.instrument()) {
            case Instrument.Card(var uid, var emulated) -> {
                if (emulated && plate.situation.settings().antiNfc()) {
                    yield refuse(
                            claim,
                            Refusal.NFC_EMULATION_REFUSED,
                            Optional.empty(),
                            Optional.empty());
                }
                yield byCard(claim, Optional.ofNullable(plate.cards.get(uid)));
            }
            case Instrument.Face _, Instrument.NumberAndPin _, Instrument.QrToken _ ->
                    refuse(
                            claim,
                            Refusal.INSTRUMENT_UNSUPPORTED,
                            Optional.empty(),
                            Optional.empty());
        };
    }

    private JournalRow byCard(Claim claim, Optional<CardIssue> issue) {
        if (issue.isEmpty()) {
            return refuse(claim, Refusal.ILLEGAL_CARD, Optional.empty(), Optional.empty());
        }
        AccountId account = Kitchen.accountOf(issue.get().person().value());
        Balances balances = plate.balances.get(account);
        Optional<Holder> holder = plate.holder(account);
        if (balances == null || holder.isEmpty()) {
            return refuse(claim, Refusal.ILLEGAL_CARD, Optional.empty(), Optional.empty());
        }
        var payer = new Payer(issue.get(), holder.get(), balances);
        return refusalOf(payer)
                .map(reason -> refuse(claim, reason, Optional.of(payer), Optional.empty()))
                .or(() -> tooSoon(claim, payer))
                .orElseGet(() -> byRules(claim, payer));
    }

    /// Who pays, as locked.
    private record Payer(CardIssue issue, Holder holder, Balances balances) {
        AccountId account() {
            return balances.account();
        }
    }

    private Optional<Refusal> refusalOf(Payer payer) {
        return Payability.refusal(
                payer.issue(), payer.holder().state(), plate.siteDay(sale.arrivedAt()));
    }

    /// The repeat interval of `D-20`, over all terminals. Nodes' clocks may differ by a little, so
    /// a purchase that seems to lie after this one counts as well.
    private Optional<JournalRow> tooSoon(Claim claim, Payer payer) {
        SiteSettings settings = plate.situation.settings();
        Duration interval = settings.repeatInterval();
        boolean exempt = sale.mode() == Mode.FREE_AMOUNT && settings.repeatFreeModeExempt();
        Optional<Instant> last = plate.usagesOf(payer.account()).last();
        if (interval.isZero() || exempt || last.isEmpty()) {
            return Optional.empty();
        }
        Duration since = Duration.between(last.get(), sale.arrivedAt()).abs();
        if (since.compareTo(interval) >= 0) {
            return Optional.empty();
        }
        var bound =
                new Outcome.Bound(
                        0,
                        "",
                        Optional.empty(),
                        interval.toSeconds(),
                        since.toSeconds(),
                        interval.minus(since).plusMillis(999).toSeconds());
        return Optional.of(
                refuse(claim, Refusal.REPEAT_TOO_SOON, Optional.of(payer), Optional.of(bound)));
    }

    private JournalRow byRules(Claim claim, Payer payer) {
        var facts =
                new Facts(
                        occasion(payer.holder().group(), moment.businessDay()),
                        sale.mode(),
                        sale.amount(),
                        plate.usagesOf(payer.account()));
        return switch (plate.situation.rulebook().decide(facts)) {
            case Verdict.Refused refused ->
                    refuse(
                            claim,
                            refused.code(),
                            Optional.of(payer),
                            Optional.of(boundOf(refused)));
            case Verdict.Allowed allowed -> byBalance(claim, payer, allowed);
        };
    }

    private Outcome.Bound boundOf(Verdict.Refused refused) {
        int rule = refused.rule().value();
        return refused.reached()
                .map(r ->
                        new Outcome.Bound(
                                rule, "", Optional.of(r.window()), r.limit(), r.used(), r.left()))
                .orElseGet(() -> new Outcome.Bound(rule, "", Optional.empty(), 0, 0, 0));
    }

    private Occasion occasion(Optional<GroupId> group, LocalDate businessDay) {
        return new Occasion(
                group,
                new MerchantId(place.merchant()),
                place.terminal(),
                sale.arrivedAt().atZone(plate.situation.settings().zone()).toLocalDateTime(),
                businessDay,
                moment.mealId());
    }

    /// The windows of yesterday may still run somewhere, where a meal crosses midnight.
    private List<Counter> earlier(Payer payer) {
        return plate.situation.timetable().crossesMidnight()
                ? plate.situation
                        .rulebook()
                        .countersFor(
                                occasion(payer.holder().group(), moment.businessDay().minusDays(1)))
                : List.of();
    }

    private JournalRow byBalance(Claim claim, Payer payer, Verdict.Allowed allowed) {
        Money net = allowed.price().net();
        Money subsidy = payer.balances().spendableSubsidy(plate.siteDay(sale.arrivedAt()));
        Money cash = allowed.cash().spendable(payer.balances().cash());
        Money available = cash.plus(subsidy);
        if (net.isPositive() && !available.covers(net)) {
            var bound =
                    new Outcome.Bound(0, "", Optional.empty(), net.cents(), 0, available.cents());
            return refuse(
                    claim, Refusal.INSUFFICIENT_BALANCE, Optional.of(payer), Optional.of(bound));
        }
        Bill bill =
                PurseSplit.split(
                        plate.situation.settings().purseOrder(),
                        allowed,
                        payer.balances().cash(),
                        subsidy);
        return take(claim, payer, allowed, bill);
    }

    private JournalRow take(Claim claim, Payer payer, Verdict.Allowed allowed, Bill bill) {
        AccountId account = payer.account();
        long number = journal.tray().nextNumber().value();
        Balances after = Moves.paid(payer.balances(), bill);
        plate.balances.put(account, after);
        plate.used(
                account,
                plate.usagesOf(account)
                        .bought(sale.arrivedAt(), allowed.toCount(), earlier(payer), bill.net()));
        Optional<Outcome.Bound> pricedBy =
                allowed.price()
                        .rule()
                        .map(r -> new Outcome.Bound(r.value(), "", Optional.empty(), 0, 0, 0));
        JournalRow row =
                row(
                        claim,
                        number,
                        Optional.of(who(payer, after)),
                        bill,
                        Optional.empty(),
                        pricedBy);
        List<Transfer> moves =
                Moves.charge(
                        account,
                        Side.merchant(place.merchant()),
                        bill,
                        payer.balances().cash(),
                        sale.arrivedAt(),
                        number);
        journal.claim(row, moves);
        return row;
    }

    private JournalRow refuse(
            Claim claim, Refusal reason, Optional<Payer> payer, Optional<Outcome.Bound> bound) {
        long number = journal.tray().nextNumber().value();
        JournalRow row =
                row(
                        claim,
                        number,
                        payer.map(p -> who(p, p.balances())),
                        Bill.NOTHING,
                        Optional.of(reason),
                        bound);
        journal.claim(row, new ArrayList<>());
        return row;
    }

    private JournalRow.Who who(Payer payer, Balances after) {
        LocalDate day = plate.siteDay(sale.arrivedAt());
        return new JournalRow.Who(
                after.account(),
                after.version(),
                Optional.of(payer.issue().id()),
                payer.holder().group().map(GroupId::value),
                payer.holder().department(),
                after.cash(),
                after.spendableSubsidy(day));
    }

    private JournalRow row(
            Claim claim,
            long number,
            Optional<JournalRow.Who> who,
            Bill bill,
            Optional<Refusal> refusal,
            Optional<Outcome.Bound> bound) {
        return new JournalRow(
                number,
                journal.tray().bookedOn(),
                JournalRow.Kind.ONLINE,
                claim,
                sale.arrivedAt(),
                Optional.of(sale.terminalTime()),
                new JournalRow.Content(sale.mode(), Paper.of(sale.instrument()), sale.amount()),
                place,
                new JournalRow.MealDay(moment.businessDay(), moment.mealId().map(MealId::value)),
                who,
                bill,
                refusal,
                bound,
                Optional.empty());
    }
}

package onecard.platform.purchases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MerchantId;
import onecard.platform.purchases.Kitchen.Asked;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// Refuses an order that cannot be booked, under its number, with nothing in the row that came from
/// it but that number: so it spoils no tray again.
final class SetAside {
    private SetAside() {}

    static Outcome refuse(Order.Sale order, OpenTray tray) {
        Situation situation = tray.situation();
        Asked asked = Asked.of(order, situation);
        if (asked.place().isEmpty()) {
            return Kitchen.notServed();
        }
        Place place = asked.place().get();
        var claim = new Claim(place.terminal(), order.id().seq());
        Earlier earlier = tray.look(List.of(claim)).get(claim);
        if (earlier != null) {
            return new Outcome.Unknown("answered before, and not again");
        }
        var journal = new Journal(tray.open(), Map.of());
        JournalRow row = row(order, situation, place, claim, journal);
        journal.claim(row, List.of());
        tray.settle(journal.tray(), journal.settlement(Map.of()));
        return new Outcome.Refused(row.number(), Refusal.NOT_BOOKABLE, Optional.empty());
    }

    private static JournalRow row(
            Order.Sale order, Situation situation, Place place, Claim claim, Journal journal) {
        MealMoment moment =
                situation.timetable().at(new MerchantId(place.merchant()), order.arrivedAt());
        return new JournalRow(
                journal.tray().nextNumber().value(),
                journal.tray().bookedOn(),
                JournalRow.Kind.ONLINE,
                claim,
                order.arrivedAt(),
                Optional.empty(),
                new JournalRow.Content(Mode.FREE_AMOUNT, Paper.NONE, Money.ZERO),
                place,
                new JournalRow.MealDay(moment.businessDay(), moment.mealId().map(MealId::value)),
                Optional.empty(),
                Bill.NOTHING,
                Optional.of(Refusal.NOT_BOOKABLE),
                Optional.empty(),
                Optional.empty());
    }
}

package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.purchases.Kitchen.Asked;
import onecard.platform.rules.RuleId;

/// Decides the orders of a tray one after the other, each seeing what those before it did.
final class Decisions {
    private final Plate plate;
    private final Optional<Journal> journal;

    /// @param journal where decisions are written; empty if nothing on this tray can need it
    Decisions(Plate plate, Optional<Journal> journal) {
        this.plate = plate;
        this.journal = journal;
    }

    List<Outcome> all(List<Asked> asked) {
        var outcomes = new ArrayList<Outcome>(asked.size());
        for (Asked one : asked) {
            outcomes.add(
                    one.place()
                            .map(place -> decide(one.order(), place))
                            .orElse(Kitchen.notServed()));
        }
        return outcomes;
    }

    private Outcome decide(Order order, Place place) {
        var claim = new Claim(place.terminal(), order.id().seq());
        Optional<Earlier> earlier = Optional.ofNullable(plate.earlier.get(claim));
        return switch (order) {
            case Order.Sale sale ->
                    earlier.map(before -> again(sale, place, before))
                            .orElseGet(() -> fresh(sale, place, claim));
            case Order.TakeBack back -> new VoidDecision(plate, journal, back, place).decide(claim);
        };
    }

    /// What was decided is answered from wherever it is asked; a number that was burnt never was.
    private Outcome again(Order.Sale sale, Place place, Earlier before) {
        return before.burnt() && !place.served()
                ? Kitchen.notServed()
                : Answers.again(sale, before, wording(before));
    }

    private Outcome fresh(Order.Sale sale, Place place, Claim claim) {
        SaleDecision decision = new SaleDecision(plate, page(), sale, place);
        JournalRow row = decision.decide(claim);
        var written = new Earlier(row, false);
        plate.earlier.put(claim, written);
        return Answers.decision(row, wording(written));
    }

    private Answers.Wording wording(Earlier earlier) {
        String name =
                earlier.row()
                        .who()
                        .flatMap(who -> plate.holder(who.account()))
                        .map(Holder::maskedName)
                        .orElse("");
        return new Answers.Wording(
                rule ->
                        plate.situation
                                .rulebook()
                                .rule(new RuleId(rule))
                                .map(r -> r.name())
                                .orElse(""),
                name);
    }

    private Journal page() {
        return journal.orElseThrow(
                () -> new IllegalStateException("A tray without a journal has something to write"));
    }
}

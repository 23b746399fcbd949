package onecard.platform.purchases;

import java.util.Optional;
import java.util.function.IntFunction;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;

/// Turns journal rows into answers. The same row gives the same decision, whenever it is asked for.
final class Answers {
    private Answers() {}

    /// The words of an answer; they lie outside the decision.
    ///
    /// @param ruleName what a rule is called now
    /// @param maskedName the person's name with its middle hidden
    record Wording(IntFunction<String> ruleName, String maskedName) {}

    /// Answers a sale whose number was used before.
    static Outcome again(Order.Sale sale, Earlier earlier, Wording wording) {
        JournalRow row = earlier.row();
        if (earlier.burnt() || earlier.voided()) {
            return new Outcome.Refused(row.number(), Refusal.NUMBER_BURNT, Optional.empty());
        }
        if (row.refusal().filter(Refusal.NOT_BOOKABLE::equals).isPresent()) {
            // Nothing of the request is in the row to compare a repeat with.
            return decision(row, wording);
        }
        boolean same =
                row.content()
                                .equals(
                                        new JournalRow.Content(
                                                sale.mode(),
                                                Paper.of(sale.instrument()),
                                                sale.amount()))
                        && row.terminalAt().filter(sale.terminalTime()::equals).isPresent();
        return same ? decision(row, wording) : new Outcome.OtherContent(row.number());
    }

    /// Returns the decision that a row of the journal keeps.
    static Outcome.Decision decision(JournalRow row, Wording wording) {
        if (row.refusal().isPresent()) {
            return new Outcome.Refused(
                    row.number(),
                    row.refusal().get(),
                    row.bound().map(bound -> named(bound, wording)));
        }
        Bill bill = row.bill();
        return new Outcome.Taken(
                row.number(),
                bill.gross(),
                bill.discount(),
                bill.net(),
                bill.cash(),
                bill.subsidy(),
                row.who().map(JournalRow.Who::cashAfter).orElse(Money.ZERO),
                row.who().map(JournalRow.Who::subsidyAfter).orElse(Money.ZERO),
                wording.maskedName());
    }

    private static Outcome.Bound named(Outcome.Bound bound, Wording wording) {
        return new Outcome.Bound(
                bound.rule(),
                bound.rule() == 0 ? "" : wording.ruleName().apply(bound.rule()),
                bound.window(),
                bound.limit(),
                bound.used(),
                bound.left());
    }
}

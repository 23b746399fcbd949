package onecard.platform.cards;

import java.util.Optional;
import onecard.vocabulary.Money;

/// One parameter of the card centre changed, the others as they were.
final class ParameterChange {
    private ParameterChange() {}

    static CardParameters withGeneratedNumbers(CardParameters now, boolean on) {
        return with(now, now.topUpAtIssue(), on, now.greyDays(), now.cardCost(), now.cardFee());
    }

    static CardParameters withGreyDays(CardParameters now, int days) {
        return with(
                now,
                now.topUpAtIssue(),
                now.generatedNumbers(),
                days,
                now.cardCost(),
                now.cardFee());
    }

    static CardParameters withCosts(CardParameters now, long cost, long fee) {
        return with(
                now,
                now.topUpAtIssue(),
                now.generatedNumbers(),
                now.greyDays(),
                Money.ofCents(cost),
                Money.ofCents(fee));
    }

    static CardParameters withTopUpAtIssue(CardParameters now, boolean allowed) {
        return with(
                now,
                allowed,
                now.generatedNumbers(),
                now.greyDays(),
                now.cardCost(),
                now.cardFee());
    }

    static CardParameters withShiftRequired(CardParameters now, boolean required) {
        return with(now, required, now.subsidyDays());
    }

    static CardParameters withSubsidyDays(CardParameters now, Optional<Integer> days) {
        return with(now, now.shiftRequired(), days);
    }

    static CardParameters withAllowListAtIssue(CardParameters now, boolean on) {
        return new CardParameters(
                now.topUpAtIssue(),
                now.defaultCash(),
                now.defaultSubsidy(),
                now.subsidyDays(),
                now.cardYears(),
                on,
                now.generatedNumbers(),
                now.greyDays(),
                now.opensWhenComplete(),
                now.cardCost(),
                now.cardFee(),
                now.subsidyAtClose(),
                now.correctionHours(),
                now.shiftRequired(),
                now.quickAmounts());
    }

    private static CardParameters with(
            CardParameters now, boolean required, Optional<Integer> subsidyDays) {
        return new CardParameters(
                now.topUpAtIssue(),
                now.defaultCash(),
                now.defaultSubsidy(),
                subsidyDays,
                now.cardYears(),
                now.allowListAtIssue(),
                now.generatedNumbers(),
                now.greyDays(),
                now.opensWhenComplete(),
                now.cardCost(),
                now.cardFee(),
                now.subsidyAtClose(),
                now.correctionHours(),
                required,
                now.quickAmounts());
    }

    private static CardParameters with(
            CardParameters now,
            boolean topUpAtIssue,
            boolean generatedNumbers,
            int greyDays,
            Money cost,
            Money fee) {
        return new CardParameters(
                topUpAtIssue,
                now.defaultCash(),
                now.defaultSubsidy(),
                now.subsidyDays(),
                now.cardYears(),
                now.allowListAtIssue(),
                generatedNumbers,
                greyDays,
                now.opensWhenComplete(),
                cost,
                fee,
                now.subsidyAtClose(),
                now.correctionHours(),
                now.shiftRequired(),
                now.quickAmounts());
    }
}

package onecard.wire;

import static onecard.wire.Keys.*;

import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// The answers of the trade port, decisions about money, ↔ maps.
final class Decisions {
    /// Results of a purchase and of an inquiry.
    private static final int YES = 1;

    private static final int NO = 2;

    /// Results of a void.
    private static final int VOIDED = 1;

    private static final int NOTHING_CHARGED = 2;
    private static final int NOT_VOIDED = 3;

    private Decisions() {}

    static Fields fields(PurchaseDecision decision) {
        return switch (decision) {
            case Approved approved -> fields(approved);
            case Declined declined -> fields(declined);
        };
    }

    static PurchaseDecision purchase(Fields fields) throws MalformedException {
        return fields.whole(RESULT, YES, NO) == YES ? approved(fields) : declined(fields);
    }

    private static Fields fields(Approved approved) {
        return new Fields()
                .put(RESULT, YES)
                .put(CHARGED, approved.charged())
                .put(GROSS, approved.gross())
                .put(DISCOUNT, approved.discount())
                .put(CASH_PART, approved.cashPart())
                .put(SUBSIDY_PART, approved.subsidyPart())
                .put(CASH_LEFT, approved.cashLeft())
                .put(SUBSIDY_LEFT, approved.subsidyLeft())
                .put(NAME, approved.maskedName())
                .put(PLATFORM_NO, approved.platformNo());
    }

    private static Approved approved(Fields fields) throws MalformedException {
        Money charged = fields.money(CHARGED);
        Money gross = fields.money(GROSS);
        Money discount = fields.money(DISCOUNT);
        Money cashPart = fields.money(CASH_PART);
        Money subsidyPart = fields.money(SUBSIDY_PART);
        Sums.check(CHARGED, charged, cashPart, subsidyPart);
        Sums.check(GROSS, gross, charged, discount);
        return new Approved(
                charged,
                gross,
                discount,
                cashPart,
                subsidyPart,
                fields.money(CASH_LEFT),
                fields.money(SUBSIDY_LEFT),
                fields.text(NAME, 0, Limits.MAX_NAME_CHARS),
                fields.whole(PLATFORM_NO, 0, Long.MAX_VALUE));
    }

    private static Fields fields(Declined declined) {
        Fields fields = new Fields().put(RESULT, NO).put(REFUSAL, declined.refusal().code());
        declined.rule()
                .ifPresent(rule -> fields.put(RULE_ID, rule.id()).put(RULE_NAME, rule.name()));
        declined.usage()
                .ifPresent(usage -> {
                    usage.window().ifPresent(window -> fields.put(WINDOW, Codes.of(window)));
                    fields.put(LIMIT, usage.limit())
                            .put(USED, usage.used())
                            .put(LEFT, usage.left());
                });
        declined.rest()
                .ifPresent(rest ->
                        fields.put(CASH_LEFT, rest.cashLeft())
                                .put(SUBSIDY_LEFT, rest.subsidyLeft()));
        return fields;
    }

    private static Declined declined(Fields fields) throws MalformedException {
        Optional<Declined.RuleRef> rule =
                fields.has(RULE_ID)
                        ? Optional.of(
                                new Declined.RuleRef(
                                        fields.whole(RULE_ID, 1, Long.MAX_VALUE),
                                        fields.text(RULE_NAME, 0, Limits.MAX_RULE_NAME_CHARS)))
                        : Optional.empty();
        Optional<Declined.Rest> rest =
                fields.has(CASH_LEFT)
                        ? Optional.of(
                                new Declined.Rest(
                                        fields.money(CASH_LEFT), fields.money(SUBSIDY_LEFT)))
                        : Optional.empty();
        return new Declined(Codes.refusal(fields, REFUSAL), rule, usage(fields), rest);
    }

    private static Optional<Declined.Usage> usage(Fields fields) throws MalformedException {
        if (!fields.has(LIMIT)) {
            return Optional.empty();
        }
        Optional<Window> window =
                fields.has(WINDOW) ? Optional.of(Codes.window(fields, WINDOW)) : Optional.empty();
        return Optional.of(
                new Declined.Usage(
                        window,
                        fields.whole(LIMIT, Long.MIN_VALUE, Long.MAX_VALUE),
                        fields.whole(USED, Long.MIN_VALUE, Long.MAX_VALUE),
                        fields.whole(LEFT, Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    static Fields fields(VoidOutcome outcome) {
        return switch (outcome) {
            case VoidOutcome.Voided(Money returned) ->
                    new Fields().put(RESULT, VOIDED).put(RETURNED, returned);
            case VoidOutcome.NothingCharged() -> new Fields().put(RESULT, NOTHING_CHARGED);
            case VoidOutcome.NotVoided(VoidOutcome.Reason reason) ->
                    new Fields().put(RESULT, NOT_VOIDED).put(WHY, reason.code());
        };
    }

    static VoidOutcome voided(Fields fields) throws MalformedException {
        long result = fields.whole(RESULT, VOIDED, NOT_VOIDED);
        if (result == VOIDED) {
            return new VoidOutcome.Voided(fields.money(RETURNED, 0, Long.MAX_VALUE));
        }
        return result == NOTHING_CHARGED
                ? new VoidOutcome.NothingCharged()
                : new VoidOutcome.NotVoided(Codes.notVoided(fields, WHY));
    }

    static Fields fields(InquiryResult result) {
        return switch (result) {
            case InquiryResult.Holder holder ->
                    new Fields()
                            .put(RESULT, YES)
                            .put(NAME, holder.maskedName())
                            .put(CASH_LEFT, holder.cashLeft())
                            .put(SUBSIDY_LEFT, holder.subsidyLeft())
                            .put(CARD_STATE, holder.cardState().code());
            case InquiryResult.Withheld withheld ->
                    new Fields().put(RESULT, NO).put(REFUSAL, withheld.refusal().code());
        };
    }

    static InquiryResult inquiry(Fields fields) throws MalformedException {
        if (fields.whole(RESULT, YES, NO) == NO) {
            return new InquiryResult.Withheld(Codes.refusal(fields, REFUSAL));
        }
        return new InquiryResult.Holder(
                fields.text(NAME, 0, Limits.MAX_NAME_CHARS),
                fields.money(CASH_LEFT),
                fields.money(SUBSIDY_LEFT),
                Codes.cardState(fields, CARD_STATE));
    }
}

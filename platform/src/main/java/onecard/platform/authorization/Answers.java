package onecard.platform.authorization;

import java.time.Duration;
import java.util.Optional;
import onecard.platform.purchases.Inquiry;
import onecard.platform.purchases.Outcome;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Refusal;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.CardState;
import onecard.wire.Declined;
import onecard.wire.Failure;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryResult;
import onecard.wire.Newest;
import onecard.wire.PurchaseAnswer;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;

/// Words of the house ↔ words of the wire. The same outcome always becomes the same answer.
final class Answers {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private Answers() {}

    static Answer toSale(Outcome outcome, Newest newest) {
        return switch (outcome) {
            case Outcome.Taken taken -> new PurchaseAnswer(approved(taken), newest);
            case Outcome.Refused refused -> new PurchaseAnswer(declined(refused), newest);
            case Outcome.OtherContent _ -> new Failure.OtherContent();
            case Outcome.Busy _ -> new Failure.Busy(COME_AGAIN);
            case Outcome.Unknown _ -> new Failure.Unavailable();
            case Outcome.Voided _, Outcome.NothingCharged _, Outcome.NotVoided _ ->
                    throw new IllegalStateException("A sale ended as a void: " + outcome);
        };
    }

    static Answer toVoid(Outcome outcome, Newest newest) {
        return switch (outcome) {
            case Outcome.Voided(_, var amount) ->
                    new VoidAnswer(new VoidOutcome.Voided(amount), newest);
            case Outcome.NothingCharged _ ->
                    new VoidAnswer(new VoidOutcome.NothingCharged(), newest);
            case Outcome.NotVoided(var why) ->
                    new VoidAnswer(new VoidOutcome.NotVoided(reason(why)), newest);
            case Outcome.OtherContent _ -> new Failure.OtherContent();
            case Outcome.Busy _ -> new Failure.Busy(COME_AGAIN);
            case Outcome.Unknown _ -> new Failure.Unavailable();
            case Outcome.Taken _, Outcome.Refused _ ->
                    throw new IllegalStateException("A void ended as a sale: " + outcome);
        };
    }

    static Answer toInquiry(Inquiry inquiry, Instrument instrument, Newest newest) {
        return new InquiryAnswer(
                switch (inquiry) {
                    case Inquiry.Known(var name, var cash, var subsidy) ->
                            new InquiryResult.Holder(name, cash, subsidy, state(instrument));
                    case Inquiry.Refused(var reason) -> new InquiryResult.Withheld(reason);
                },
                newest);
    }

    /// Who is told about holds a good card, or none.
    private static CardState state(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Card _ -> CardState.ISSUED;
            case Instrument.Face _, Instrument.NumberAndPin _, Instrument.QrToken _ ->
                    CardState.NONE;
        };
    }

    private static Approved approved(Outcome.Taken taken) {
        return new Approved(
                taken.net(),
                taken.gross(),
                taken.gross().minus(taken.net()),
                taken.cash(),
                taken.subsidy(),
                taken.cashLeft(),
                taken.subsidyLeft(),
                taken.maskedName(),
                taken.number());
    }

    private static Declined declined(Outcome.Refused refused) {
        Optional<Outcome.Bound> bound = refused.bound();
        return new Declined(
                refused.reason(),
                bound.filter(each -> each.rule() > 0)
                        .map(each -> new Declined.RuleRef(each.rule(), each.ruleName())),
                bound.filter(each -> countsSomething(refused.reason()))
                        .map(each ->
                                new Declined.Usage(
                                        each.window(), each.limit(), each.used(), each.left())),
                Optional.empty());
    }

    /// Outside the allowed times there is a rule, but no limit that was used up.
    private static boolean countsSomething(Refusal reason) {
        return reason != Refusal.OUTSIDE_TIME_WINDOW;
    }

    private static VoidOutcome.Reason reason(Outcome.WhyNotVoided why) {
        return switch (why) {
            case TOO_LATE -> VoidOutcome.Reason.TOO_LATE;
            case OTHER_MEAL -> VoidOutcome.Reason.OTHER_MEAL;
        };
    }
}

package onecard.platform.gate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.Failure;
import onecard.wire.HintAnswer;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryResult;
import onecard.wire.ListAnswer;
import onecard.wire.ParametersAnswer;
import onecard.wire.PurchaseAnswer;
import onecard.wire.RecordsAnswer;
import onecard.wire.StateAnswer;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;

/// What an instance answered lately (联机情况): the newest [#LINES_MAX] lines, in memory. Heartbeats
/// that were answered as usual are left out, or nothing else would be seen.
final class ServiceLog {
    static final int LINES_MAX = 1_000;

    private final Deque<Line> lines = new ArrayDeque<>();
    private long last;

    /// How a message ended.
    enum Result {
        APPROVED,
        DECLINED,
        VOIDED,
        NOTHING_CHARGED,
        NOT_VOIDED,
        TOLD,
        TAKEN_UP,
        HANDED_OUT,
        MALFORMED,
        UNAUTHORIZED,
        NOT_SERVED,
        NO_SUCH_RESOURCE,
        OTHER_CONTENT,
        TOO_LARGE,
        BUSY,
        UNAVAILABLE
    }

    /// A line.
    ///
    /// @param no counts the lines since the start
    /// @param path what was asked for
    /// @param amount what was charged or given back
    /// @param refusal why not
    /// @param pieces how many records
    /// @param words what else there is to say, as it was said to the terminal
    record Line(
            long no,
            Instant at,
            SerialNo terminal,
            String address,
            String path,
            Result result,
            Optional<Money> amount,
            Optional<Refusal> refusal,
            Optional<Integer> pieces,
            Optional<String> words) {}

    private record Ending(
            Result result,
            Optional<Money> amount,
            Optional<Refusal> refusal,
            Optional<Integer> pieces,
            Optional<String> words) {
        static Ending of(Result result) {
            return new Ending(
                    result, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Ending of(Result result, Money amount) {
            return new Ending(
                    result,
                    Optional.of(amount),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Ending of(Refusal refusal) {
            return new Ending(
                    Result.DECLINED,
                    Optional.empty(),
                    Optional.of(refusal),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    void add(Visitor visitor, String path, Answer answer) {
        ending(answer).ifPresent(ending -> add(visitor, path, ending));
    }

    private synchronized void add(Visitor visitor, String path, Ending ending) {
        if (lines.size() == LINES_MAX) {
            lines.removeFirst();
        }
        lines.addLast(
                new Line(
                        ++last,
                        visitor.arrivedAt(),
                        visitor.terminal(),
                        visitor.address(),
                        path,
                        ending.result(),
                        ending.amount(),
                        ending.refusal(),
                        ending.pieces(),
                        ending.words()));
    }

    /// Returns the lines after one, oldest first; all of them to who counts on from before the
    /// platform started again.
    synchronized List<Line> after(long no) {
        long from = no > last ? 0 : no;
        return lines.stream().filter(line -> line.no() > from).toList();
    }

    private static Optional<Ending> ending(Answer answer) {
        return switch (answer) {
            case PurchaseAnswer(Approved yes, var _) ->
                    Optional.of(Ending.of(Result.APPROVED, yes.charged()));
            case PurchaseAnswer(Declined no, var _) -> Optional.of(Ending.of(no.refusal()));
            case VoidAnswer(var outcome, var _) -> Optional.of(ending(outcome));
            case InquiryAnswer(InquiryResult.Holder _, var _) ->
                    Optional.of(Ending.of(Result.TOLD));
            case InquiryAnswer(InquiryResult.Withheld(var refusal), var _) ->
                    Optional.of(Ending.of(refusal));
            case RecordsAnswer(var receipts, var _) ->
                    Optional.of(
                            new Ending(
                                    Result.TAKEN_UP,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(receipts.size()),
                                    Optional.empty()));
            case ParametersAnswer _, ListAnswer _ -> Optional.of(Ending.of(Result.HANDED_OUT));
            case StateAnswer _, HintAnswer _ -> Optional.empty();
            case Failure failure -> Optional.of(ending(failure));
        };
    }

    private static Ending ending(VoidOutcome outcome) {
        return switch (outcome) {
            case VoidOutcome.Voided(var returned) -> Ending.of(Result.VOIDED, returned);
            case VoidOutcome.NothingCharged _ -> Ending.of(Result.NOTHING_CHARGED);
            case VoidOutcome.NotVoided _ -> Ending.of(Result.NOT_VOIDED);
        };
    }

    private static Ending ending(Failure failure) {
        return switch (failure) {
            case Failure.BadRequest(var field, var reason) ->
                    new Ending(
                            Result.MALFORMED,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of((field + " " + reason).strip()));
            case Failure.Unauthorized _ -> Ending.of(Result.UNAUTHORIZED);
            case Failure.NotServed _ -> Ending.of(Result.NOT_SERVED);
            case Failure.NoSuchResource _ -> Ending.of(Result.NO_SUCH_RESOURCE);
            case Failure.OtherContent _ -> Ending.of(Result.OTHER_CONTENT);
            case Failure.TooLarge _ -> Ending.of(Result.TOO_LARGE);
            case Failure.Busy _ -> Ending.of(Result.BUSY);
            case Failure.Unavailable _ -> Ending.of(Result.UNAVAILABLE);
        };
    }
}

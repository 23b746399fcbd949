package onecard.simulator;

import java.time.Instant;
import java.util.Map;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import onecard.wire.RecordsAnswer;
import onecard.wire.StoredRecord;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidRequest;

/// One line of a terminal's journal.
sealed interface Note {
    /// When the terminal wrote it.
    Instant at();

    /// The number it is about.
    long seq();

    /// A number was drawn for this sale; written before anything is sent.
    record Drawn(Instant at, PurchaseRequest sale) implements Note {
        @Override
        public long seq() {
            return sale.seq();
        }
    }

    /// The platform decided.
    record Settled(Instant at, long seq, PurchaseAnswer answer) implements Note {}

    /// The number shall be taken back; written before anything is sent.
    record VoidWanted(Instant at, VoidRequest request) implements Note {
        @Override
        public long seq() {
            return request.seq();
        }
    }

    /// The void was answered.
    record VoidEnded(Instant at, long seq, VoidAnswer answer) implements Note {}

    /// The platform knows this number with other content.
    record OtherContent(Instant at, long seq) implements Note {}

    /// Sold without asking; written before the cardholder is told.
    record Sold(Instant at, StoredRecord sale) implements Note {
        @Override
        public long seq() {
            return sale.seq();
        }
    }

    /// The platform has the record.
    record Receipted(Instant at, long seq, RecordsAnswer.Fate fate) implements Note {}

    /// Numbers up to this one are in use, as the platform says.
    record Jumped(Instant at, long seq) implements Note {}

    /// The terminal counted an unanswered request, switched to selling by itself, or back. It is
    /// about no number.
    record Switched(Instant at, Switchover now) implements Note {
        @Override
        public long seq() {
            return 0;
        }
    }

    /// Tells whether the platform said it.
    default boolean isTold() {
        return switch (this) {
            case Settled _, VoidEnded _, OtherContent _, Receipted _, Jumped _ -> true;
            case Drawn _, VoidWanted _, Sold _, Switched _ -> false;
        };
    }

    /// Changes one slip as it says. Notes about numbers whose sale was dropped say nothing.
    default void changes(Map<Long, Slip> slips) {
        switch (this) {
            case Drawn(_, var sale) -> slips.put(sale.seq(), Slip.of(sale));
            case Settled(_, long seq, var answer) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.decided(answer.decision()));
            case VoidWanted(_, var request) ->
                    slips.computeIfPresent(
                            request.seq(), (_, slip) -> slip.toVoid(request.reason()));
            case VoidEnded(_, long seq, var answer) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.voidEnded(answer.outcome()));
            case OtherContent(_, long seq) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.contested());
            case Sold(_, var sale) -> slips.put(sale.seq(), Slip.of(sale, 0));
            case Receipted(_, long seq, var fate) ->
                    slips.computeIfPresent(seq, (_, slip) -> slip.receipted(fate));
            case Jumped _, Switched _ -> {}
        }
    }
}

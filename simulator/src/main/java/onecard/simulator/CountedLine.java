package onecard.simulator;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import onecard.wire.Answer;
import onecard.wire.Request;

/// The line to the trade port, as a till uses it: requests that stay without an answer are counted,
/// and after so many as the parameters say the terminal sells by itself. The count is in the book,
/// so that it outlives the program. [Terminal] lets in one thread at a time.
final class CountedLine {
    private final Conversation trade;
    private final SlipBook book;
    private final Watch watch;

    CountedLine(Conversation trade, SlipBook book, Watch watch) {
        this.trade = trade;
        this.book = book;
        this.watch = watch;
    }

    /// Asks, and counts what came of it.
    <A extends Answer> Conversation.End<A> ask(
            TerminalSetup setup,
            Request request,
            Class<A> expected,
            Instant deadline,
            BooleanSupplier stopped) {
        return counted(setup, trade.ask(request, expected, deadline, stopped));
    }

    <A extends Answer> Conversation.End<A> counted(TerminalSetup setup, Conversation.End<A> end) {
        Switchover before = book.switchover();
        Instant now = watch.instant();
        Switchover after =
                switch (end) {
                    case Conversation.Told<A> _,
                            Conversation.Contested<A> _,
                            Conversation.Unreadable<A> _ ->
                            before.answered();
                    case Conversation.Untold<A>(_, var cause) ->
                            switch (cause) {
                                case SILENCE -> before.unanswered(setup.switchesAfter(), now);
                                // Whom the platform does not serve must not sell by itself.
                                case TURNED_AWAY -> before.back();
                                case STOPPED -> before;
                            };
                };
        book.switched(after, now);
        return end;
    }

    /// Tells whether the terminal sells by itself because nobody answered.
    boolean isAlone(TerminalSetup setup) {
        return setup.switchesAfter() > 0 && book.switchover().isAlone();
    }

    String lastError() {
        return trade.lastError();
    }
}

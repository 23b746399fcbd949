package onecard.simulator;

import java.time.Duration;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.ListRequest;
import onecard.wire.Newest;

/// Fetches the lists of cards when the platform has others than the terminal. *Others*, not *newer*
/// ones: a platform that was set back to an earlier copy has an older list, which is the true one.
final class ListFetch {
    /// Time for a list: a hundred thousand cards over a bad network take long.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ListBook book;
    private final Conversation records;
    private final Watch watch;
    private final Rest rest;

    ListFetch(ListBook book, Conversation records, Watch watch) {
        this.book = book;
        this.records = records;
        this.watch = watch;
        this.rest = new Rest(watch);
    }

    ListBook book() {
        return book;
    }

    /// Tells whether the terminal's lists are others than these.
    boolean lags(Newest newest) {
        return lags(ListKind.ALLOW, newest) || lags(ListKind.BLOCK, newest);
    }

    private boolean lags(ListKind kind, Newest newest) {
        return book.version(kind) != wanted(kind, newest);
    }

    private static long wanted(ListKind kind, Newest newest) {
        return switch (kind) {
            case ALLOW -> newest.allowVersion();
            case BLOCK -> newest.blockVersion();
        };
    }

    /// Fetches what differs; what fails is tried again a little later.
    ///
    /// @return whether a list came, so that the platform should be told
    boolean fetch(Newest newest) {
        if (!lags(newest) || !rest.isOver()) {
            return false;
        }
        boolean came = false;
        // First who must not pay, then who may.
        for (ListKind kind : new ListKind[] {ListKind.BLOCK, ListKind.ALLOW}) {
            if (lags(kind, newest)) {
                if (fetch(kind, book.version(kind)) || fetch(kind, 0)) {
                    came = true;
                } else {
                    rest.begin();
                    return came;
                }
            }
        }
        return came;
    }

    private boolean fetch(ListKind kind, long since) {
        return records.askLong(
                                new ListRequest(kind, since),
                                ListAnswer.class,
                                watch.instant().plus(PATIENCE))
                        instanceof Conversation.Told<ListAnswer>(ListAnswer answer)
                && answer.kind() == kind
                && book.apply(answer);
    }
}

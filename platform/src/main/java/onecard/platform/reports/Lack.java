package onecard.platform.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is missing of a terminal's day (`W-04`).
sealed interface Lack {
    /// Tells whether it may come by itself, as soon as the terminal speaks.
    boolean mayStillCome();

    /// The terminal has not told how it is up to the moment asked for.
    ///
    /// @param last when it last did; empty if it never did
    record Silent(Optional<Instant> last) implements Lack {
        @Override
        public boolean mayStillCome() {
            return true;
        }
    }

    /// It sold after it last told how it is.
    record SoldSince(Optional<Instant> last, Instant sale) implements Lack {
        @Override
        public boolean mayStillCome() {
            return true;
        }
    }

    /// Records wait at the terminal.
    ///
    /// @param oldest when the oldest was sold
    record Unsent(int records, Instant oldest) implements Lack {
        @Override
        public boolean mayStillCome() {
            return true;
        }
    }

    /// Numbers were drawn of which nothing is known.
    ///
    /// @param count of all of them
    /// @param stretches the first ones
    record Gaps(long count, List<Stretch> stretches) implements Lack {
        public Gaps {
            stretches = List.copyOf(stretches);
        }

        @Override
        public boolean mayStillCome() {
            return false;
        }
    }

    /// The terminal's own count and sum are not ours, though nothing is outstanding.
    ///
    /// @param count by how many it says more than we have
    /// @param cents by how much
    record Differs(long count, long cents) implements Lack {
        @Override
        public boolean mayStillCome() {
            return false;
        }
    }

    /// Numbers one after the other, both ends included.
    record Stretch(long first, long last) {}
}

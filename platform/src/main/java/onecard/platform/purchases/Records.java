package onecard.platform.purchases;

import java.time.Instant;
import java.util.List;
import onecard.vocabulary.SerialNo;

/// The kitchen's other door: what was sold already. A record is never refused, may overdraw, and is
/// booked once, however often and in whatever order it comes. What is odd about one is listed for
/// somebody to look at; nothing in it holds up its neighbours.
public interface Records {
    /// Takes up what a terminal reports. Returns after the commit.
    ///
    /// @param records at most [#BATCH_MAX]
    /// @param arrivedAt when they came
    Result book(SerialNo terminal, List<SoldRecord> records, Instant arrivedAt);

    /// How many records one call takes at the most.
    int BATCH_MAX = 50;

    /// How a batch ended.
    sealed interface Result {
        /// All of them are safe; in their order, what became of each.
        record Safe(List<Fate> fates) implements Result {
            public Safe {
                fates = List.copyOf(fates);
            }
        }

        /// Too many are waiting; nothing was looked at.
        record Busy() implements Result {}

        /// Nobody knows; the terminal sends them again.
        ///
        /// @param why for the log
        record Unknown(String why) implements Result {}
    }

    /// How a record ended. Each of the three means: safe, the terminal may let go of it.
    enum Fate {
        /// Booked now.
        BOOKED,
        /// On the books before, with the same content.
        KNOWN,
        /// Not booked, and kept for somebody to look at.
        DISPUTED
    }
}

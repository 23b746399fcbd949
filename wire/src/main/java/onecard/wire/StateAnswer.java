package onecard.wire;

import java.time.Instant;
import java.util.List;

/// What the platform says to a heartbeat.
///
/// @param missing numbers of which the platform knows nothing, oldest first, at most
///   [Limits#MAX_RANGES] stretches
/// @param highestSeq the highest number the platform knows of this terminal, 0 if none
/// @param platformTime the platform's clock in whole milliseconds
public record StateAnswer(
        List<SeqRange> missing, long highestSeq, Instant platformTime, Newest newest)
        implements Answer {
    public StateAnswer {
        missing = List.copyOf(missing);
        Limits.requireBetween("The number of ranges", 0, Limits.MAX_RANGES, missing.size());
        Limits.requireSeqOrNone(highestSeq);
        platformTime = Limits.requireTime(platformTime);
    }

    /// A stretch of numbers, both ends included.
    public record SeqRange(long from, long to) {
        public SeqRange {
            Limits.requireSeq(from);
            Limits.requireSeq(to);
            Limits.require(from <= to, "A range from " + from + " runs upwards", to);
        }
    }
}

package onecard.platform.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Whether everything that terminals sold on a day is on the books (采集完整性, `W-04`).
///
/// @param merchantName absent where all merchants are asked for
/// @param isOver whether the day is over, so that what is in stays in
/// @param line "all in", or exactly what is missing
/// @param preparedBy who asked for it
/// @param adds whether every bridge ends at the takings of the day; one that does not must not be
///   used
record CompletenessBoard(
        String unitName,
        Optional<String> merchantName,
        LocalDate day,
        boolean isOver,
        BoardVerdict verdict,
        String line,
        List<TillRow> rows,
        TillFigure told,
        TillFigure own,
        TillFigure takings,
        String preparedBy,
        OffsetDateTime printedAt,
        boolean adds) {

    /// The line in one word.
    enum BoardVerdict {
        ALL_IN,
        /// What is missing may still come by itself.
        WAITING,
        /// Somebody has to look.
        MISSING,
        /// No terminal was ever heard.
        NOTHING
    }

    /// A terminal in one word.
    enum TillState {
        IN,
        /// Nothing is missing, but it told no figures of this day to compare with.
        UNCOMPARED,
        WAITING,
        MISSING,
        /// It was never heard.
        UNUSED
    }

    /// How many purchases, and what they charged.
    record TillFigure(long count, long sumCents) {
        static TillFigure of(Tally tally) {
            return new TillFigure(tally.count(), tally.cents());
        }
    }

    /// A terminal and its day.
    ///
    /// @param lacks what is missing, in sentences
    /// @param reportedAt when it last told how it is, on whichever day
    /// @param lastSeq the last number it drew on that day, 0 for none
    /// @param unsent records that wait at it now
    /// @param oldestUnsentAt when the oldest of them was sold
    /// @param missing how many numbers were never seen
    /// @param gaps the first of them
    /// @param told its own figures of the day
    /// @param own those of the books, by the day of its clock
    /// @param difference by how much its own are more, when what explains that is taken into
    ///   account
    /// @param bridge how its figures become the takings of the day, step by step
    record TillRow(
            int id,
            String serial,
            Optional<Integer> machineNo,
            String name,
            int merchantId,
            String merchantName,
            TillState state,
            List<String> lacks,
            Optional<Instant> reportedAt,
            long lastSeq,
            int unsent,
            Optional<Instant> oldestUnsentAt,
            long missing,
            List<NumberRange> gaps,
            Optional<TillFigure> told,
            TillFigure own,
            TillFigure difference,
            List<BridgeStep> bridge,
            TillFigure takings) {}

    /// Numbers one after the other, both ends included.
    record NumberRange(long first, long last) {}

    /// A step from a terminal's own figures to the takings of the day.
    record BridgeStep(BridgeKind kind, long count, long sumCents) {}

    /// What a step of the bridge is.
    enum BridgeKind {
        /// What the terminal says.
        TOLD,
        /// Sold after it said so.
        SOLD_SINCE,
        /// Taken back after it said so.
        VOIDED_SINCE,
        /// Numbers in dispute.
        DISPUTED,
        /// What nothing explains.
        UNEXPLAINED,
        /// On the books, by the day of its clock: the sum so far.
        OWN,
        /// Belongs to another business day.
        OTHER_DAY,
        CORRECTIONS,
        BACK_ENTRIES,
        /// The takings of the day: the sum.
        TAKINGS
    }
}

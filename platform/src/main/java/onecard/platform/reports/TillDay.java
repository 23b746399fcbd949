package onecard.platform.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of one terminal and one day, and whether that is everything (`W-04`). Pure.
///
/// @param canReport whether it may still speak; a terminal whose keys are revoked cannot
/// @param wasHeard whether it was ever heard; one that was not has no session and sold nothing
/// @param told its own figures of the day, the last ones it told
/// @param report how it said it was, the last time it did on whichever day
/// @param missing how many numbers up to those of this day were never seen
/// @param stretches the first of them
/// @param sold what is on the books
record TillDay(
        boolean canReport,
        boolean wasHeard,
        Optional<Told> told,
        Optional<Report> report,
        long missing,
        List<Lack.Stretch> stretches,
        Sold sold) {
    TillDay {
        stretches = List.copyOf(stretches);
    }

    /// What a terminal said of its day.
    record Told(Instant at, long lastSeq, Tally tally) {}

    /// How a terminal said it was.
    ///
    /// @param oldest when the oldest record that waits there was sold
    record Report(Instant at, int unsent, Optional<Instant> oldest) {}

    /// What is on the books of the terminal, purchases that were taken back left out.
    ///
    /// @param own of the day by the terminal's own clock
    /// @param since what of that has a higher number than the last it told
    /// @param voidedSince purchases it had counted when it told, and that were taken back since
    /// @param disputed by how much what it sold is changed by numbers that are in dispute
    /// @param business purchases less voids of the business day
    /// @param corrections of charges on that day
    /// @param backEntries purchases entered by hand on that day
    /// @param takings of the day, as every other report has them
    /// @param lastSale when it last sold on either day
    record Sold(
            Tally own,
            Tally since,
            Tally voidedSince,
            Tally disputed,
            Tally business,
            Tally corrections,
            Tally backEntries,
            Tally takings,
            Optional<Instant> lastSale) {
        static final Sold NOTHING =
                new Sold(
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Tally.NOTHING,
                        Optional.empty());

        /// Nothing but numbers in dispute.
        Sold disputed(Tally difference) {
            return new Sold(
                    own,
                    since,
                    voidedSince,
                    difference,
                    business,
                    corrections,
                    backEntries,
                    takings,
                    lastSale);
        }

        boolean isNothing() {
            return lastSale.isEmpty() && takings.isNothing() && backEntries.isNothing();
        }
    }

    /// How it stands.
    sealed interface Standing {
        /// It never came to life.
        record Unused() implements Standing {}

        /// All that it sold is on the books.
        ///
        /// @param compared whether its own count and sum say so too; it may have been switched off
        ///   all day and have told later that nothing waits
        record In(boolean compared) implements Standing {}

        /// Something is missing.
        record Lacking(List<Lack> lacks) implements Standing {
            public Lacking {
                lacks = List.copyOf(lacks);
            }

            boolean mayStillCome() {
                return lacks.stream().allMatch(Lack::mayStillCome)
                        || lacks.stream().anyMatch(Lack.Unsent.class::isInstance);
            }
        }
    }

    /// Judges.
    ///
    /// @param upTo until when it must have told how it is: the end of the day, or now
    /// @param end when the day ends: what was sold later does not concern it
    Standing stand(Instant upTo, Instant end) {
        if (!wasHeard && report.isEmpty() && sold.isNothing()) {
            return new Standing.Unused();
        }
        var lacks = new ArrayList<Lack>();
        if (canReport) {
            silence(upTo).ifPresent(lacks::add);
            unsent(end).ifPresent(lacks::add);
        }
        if (missing > 0) {
            lacks.add(new Lack.Gaps(missing, stretches));
        }
        Tally difference = difference();
        if (!difference.isNothing() && isNothingOutstanding(lacks)) {
            lacks.add(new Lack.Differs(difference.count(), difference.cents()));
        }
        return lacks.isEmpty() ? new Standing.In(told.isPresent()) : new Standing.Lacking(lacks);
    }

    private Optional<Lack> silence(Instant upTo) {
        Optional<Instant> last = report.map(Report::at);
        if (last.filter(at -> !at.isBefore(upTo)).isPresent()) {
            return Optional.empty();
        }
        Optional<Instant> soldSince =
                sold.lastSale().filter(sale -> last.map(sale::isAfter).orElse(true));
        return Optional.of(
                soldSince
                        .<Lack>map(sale -> new Lack.SoldSince(last, sale))
                        .orElseGet(() -> new Lack.Silent(last)));
    }

    private Optional<Lack> unsent(Instant end) {
        return report.filter(said -> said.unsent() > 0)
                .filter(said -> said.oldest().orElse(said.at()).isBefore(end))
                .map(said -> new Lack.Unsent(said.unsent(), said.oldest().orElse(said.at())));
    }

    /// While something is outstanding the figures cannot be alike, and their difference tells
    /// nothing more.
    private static boolean isNothingOutstanding(List<Lack> lacks) {
        return lacks.stream()
                .noneMatch(lack -> lack instanceof Lack.Unsent || lack instanceof Lack.Gaps);
    }

    /// Returns by how much its own figures are more than those on the books, when everything that
    /// explains a difference is taken into account.
    Tally difference() {
        return told.map(said ->
                        said.tally()
                                .plus(sold.since())
                                .minus(sold.voidedSince())
                                .plus(sold.disputed())
                                .minus(sold.own()))
                .orElse(Tally.NOTHING);
    }

    /// Returns what lies on the books of the business day and not of the terminal's own day, and
    /// the other way round: meals over midnight, a day that does not begin at midnight.
    Tally otherDay() {
        return sold.business().minus(sold.own());
    }

    /// Tells whether the bridge ends at the takings of the day.
    boolean adds() {
        return sold.business()
                .plus(sold.corrections())
                .plus(sold.backEntries())
                .equals(sold.takings());
    }
}

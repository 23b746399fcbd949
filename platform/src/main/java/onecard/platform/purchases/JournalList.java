package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.system.Page;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// Lists the purchase journal piece by piece, newest first by booking. A row that is booked between
/// two pieces comes in neither; none comes twice.
@Component
class JournalList {
    /// How many days of booking one piece looks through at the most; then it is cut short.
    static final int DAYS_MAX = 62;

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");
    private static final JournalCursor NEWEST = new JournalCursor(LAST_DAY, LAST_MOMENT, Map.of());

    private final JournalPages pages;

    JournalList(JournalPages pages) {
        this.pages = pages;
    }

    /// Returns the piece after a cursor.
    Page<JournalLine> newest(JournalFilter filter, Optional<String> after, int limit) {
        JournalCursor cursor = cursor(after);
        var found = new ArrayList<JournalLine>();
        for (int days = 0; days < DAYS_MAX; days++) {
            Optional<LocalDate> day = pages.latestDay(cursor.day(), filter);
            if (day.isEmpty()) {
                return new Page<>(found, Optional.empty());
            }
            if (day.get().isBefore(cursor.day())) {
                cursor = new JournalCursor(day.get(), cursor.from(), Map.of());
            }
            List<Integer> strands = pages.strands(day.get(), filter);
            List<JournalLine> more = pages.ofDay(cursor, strands, filter, limit + 1 - found.size());
            if (found.size() + more.size() > limit) {
                List<JournalLine> rest = more.subList(0, limit - found.size());
                found.addAll(rest);
                return new Page<>(found, Optional.of(beyond(cursor, strands, rest).toString()));
            }
            found.addAll(more);
            cursor = new JournalCursor(day.get().minusDays(1), cursor.from(), Map.of());
        }
        return new Page<>(found, Optional.of(cursor.toString()));
    }

    /// Returns the piece after a cursor of what one person bought or was refused.
    Page<JournalLine> ofPerson(
            int person, JournalFilter filter, Optional<String> after, int limit) {
        JournalCursor cursor = cursor(after);
        long number = cursor.below().values().stream().findFirst().orElse(Long.MAX_VALUE);
        List<JournalLine> lines = pages.ofPerson(person, cursor, number, filter, limit + 1);
        return Page.cut(lines, limit, last -> beyond(last).toString());
    }

    private static JournalCursor beyond(JournalLine last) {
        long number = last.row().number();
        return new JournalCursor(
                last.row().bookedOn(),
                last.bookedAt(),
                Map.of(new JournalNumber(number).strand(), number));
    }

    /// Where to go on after these rows of the cursor's day.
    private static JournalCursor beyond(
            JournalCursor cursor, List<Integer> strands, List<JournalLine> read) {
        var below = new TreeMap<Integer, Long>();
        strands.forEach(strand -> below.put(strand, cursor.below(strand)));
        read.forEach(line ->
                below.merge(
                        new JournalNumber(line.row().number()).strand(),
                        line.row().number(),
                        Math::min));
        Instant from = read.isEmpty() ? cursor.from() : read.getLast().bookedAt();
        return new JournalCursor(cursor.day(), from, below);
    }

    private static JournalCursor cursor(Optional<String> after) {
        return after.filter(text -> !text.isEmpty())
                .map(text ->
                        JournalCursor.parse(text)
                                .orElseThrow(() -> Problem.field("after", "error.purchases.after")))
                .orElse(NEWEST);
    }
}

package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onecard.platform.ledger.JournalNumber;

/// Where a list of the journal goes on. The journal grows in strands side by side, so the place is
/// a day, a moment, and how far each strand of that day was read.
///
/// @param day the day of booking to go on with
/// @param from the booking time of the last row read
/// @param below per strand, the last number that was read; other strands are read from `from` on
record JournalCursor(LocalDate day, Instant from, Map<Integer, Long> below) {
    /// By how many bits the strand stands above the rest of a number.
    private static final int STRAND_SHIFT = 52;

    private static final Pattern TEXT =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})((?:_\\d{1,19}){0,"
                            + (JournalNumber.STRAND_MAX + 1)
                            + "})");

    /// Reads what [#toString] gave; empty if it was never given.
    static Optional<JournalCursor> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var below = new TreeMap<Integer, Long>();
            for (String number : matcher.group(3).split("_", -1)) {
                if (!number.isEmpty()) {
                    long value = Long.parseLong(number);
                    below.put(new JournalNumber(value).strand(), value);
                }
            }
            return Optional.of(
                    new JournalCursor(
                            LocalDate.parse(matcher.group(1)),
                            Instant.EPOCH.plus(Long.parseLong(matcher.group(2)), ChronoUnit.MICROS),
                            below));
        } catch (DateTimeParseException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Returns the number below which this strand is still unread.
    long below(int strand) {
        return below.getOrDefault(strand, ((strand + 1L) << STRAND_SHIFT) - 1);
    }

    @Override
    public String toString() {
        return below.values().stream()
                .map(number -> "_" + number)
                .collect(
                        Collectors.joining(
                                "",
                                day + "_" + ChronoUnit.MICROS.between(Instant.EPOCH, from),
                                ""));
    }
}

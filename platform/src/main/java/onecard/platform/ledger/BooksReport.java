package onecard.platform.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/// What adding up the books brought to light.
///
/// @param difference the sum over all accounts, which must be zero
/// @param entries how many entries were added up
/// @param accounts how many accounts of people were compared
/// @param checks every check with its finding, in order
/// @param took how long it took
public record BooksReport(
        Money difference, long entries, long accounts, List<Check> checks, Duration took) {
    public BooksReport {
        checks = List.copyOf(checks);
    }

    /// One check and the first thing it found, if any.
    ///
    /// @param name what must hold, as a stable word such as `purse-equals-entries`
    /// @param found the first bad entry or account, in words for the log; empty if all is well
    /// @param values the same for a sentence in somebody's language: the words of
    ///   `books.<name>.found` name them
    public record Check(String name, Optional<String> found, Map<String, Object> values) {
        public Check {
            values = Map.copyOf(values);
        }

        /// Returns a check that found nothing bad.
        public static Check fine(String name) {
            return new Check(name, Optional.empty(), Map.of());
        }

        /// Returns a check that found something.
        public static Check found(String name, String found, Map<String, Object> values) {
            return new Check(name, Optional.of(found), values);
        }

        /// Returns what a query for the first bad row found: its column `found` is the words, the
        /// others are the values.
        public static Check of(String name, List<Map<String, @Nullable Object>> rows) {
            if (rows.isEmpty()) {
                return fine(name);
            }
            var values = new HashMap<String, Object>();
            rows.getFirst()
                    .forEach((column, value) -> {
                        if (value != null) {
                            values.put(column, value);
                        }
                    });
            Object found = values.remove("found");
            return found(name, String.valueOf(found), values);
        }
    }

    /// Tells whether everything holds.
    public boolean balanced() {
        return difference.isZero() && checks.stream().allMatch(check -> check.found().isEmpty());
    }
}

package onecard.platform.reports.catalogue;

import java.util.Map;
import java.util.Optional;

/// What the rows of a report come to, and whether that may be believed.
///
/// @param rows how many
/// @param sums by the key of the column
/// @param trouble why it must not be used
record Sums(long rows, Map<String, Long> sums, Optional<Trouble> trouble) {
    Sums {
        sums = Map.copyOf(sums);
    }

    /// Why figures must not be used.
    enum Trouble {
        /// In a row a total is not the sum of its parts.
        TORN,
        /// Another of the books comes to something else.
        UNPROVED,
        /// The books did not balance when they were last looked at.
        BOOKS
    }
}

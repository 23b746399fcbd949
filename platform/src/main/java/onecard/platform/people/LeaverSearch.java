package onecard.platform.people;

import java.time.Instant;
import java.util.Optional;

/// Which leavers a list shows.
///
/// @param words the beginning of a number, or part of a name; blank for everybody
/// @param from who left at this moment or later
/// @param until who left before this moment
/// @param after the last one of the page before
/// @param limit 1 to 501
public record LeaverSearch(
        String words, Instant from, Instant until, Optional<Leaver.Place> after, int limit) {}

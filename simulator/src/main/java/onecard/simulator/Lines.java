package onecard.simulator;

import java.time.Instant;
import java.util.Optional;

/// How a terminal stands with the platform.
///
/// @param up whether the last question was answered
/// @param lastHeard when the platform was last heard
/// @param lastError what last went wrong, empty if nothing did
/// @param unanswered numbers without an answer
/// @param aloneSince since when it sells by itself because nobody answered
public record Lines(
        boolean up,
        Optional<Instant> lastHeard,
        String lastError,
        int unanswered,
        Optional<Instant> aloneSince) {}

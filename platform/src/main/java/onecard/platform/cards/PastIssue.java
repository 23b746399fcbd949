package onecard.platform.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An issue of a card with its history.
///
/// @param issue what it is now
/// @param lostAt when its loss was reported, if it was and the report stands
/// @param endedAt when it was replaced, returned or scrapped
/// @param isHeld whether the balance that was its holder's then is held still (`M-184`)
public record PastIssue(
        CardIssue issue, Optional<Instant> lostAt, Optional<Instant> endedAt, boolean isHeld) {
    /// Tells whether the card was reported lost at that moment.
    public boolean wasLostAt(Instant moment) {
        return lostAt.filter(lost -> !lost.isAfter(moment)).isPresent();
    }

    private boolean wasOutAt(Instant moment) {
        return !issue.issuedAt().isAfter(moment)
                && endedAt.filter(end -> !end.isAfter(moment)).isEmpty();
    }

    /// Chooses the issue whose holder is meant by a use of the card at that moment: the one that
    /// was out, else the last one before it, else the first there ever was.
    ///
    /// @param issues of one card, oldest first, not empty
    public static PastIssue at(List<PastIssue> issues, Instant moment) {
        PastIssue chosen = issues.getFirst();
        for (PastIssue each : issues) {
            if (each.wasOutAt(moment)) {
                return each;
            }
            if (!each.issue().issuedAt().isAfter(moment)) {
                chosen = each;
            }
        }
        return chosen;
    }
}

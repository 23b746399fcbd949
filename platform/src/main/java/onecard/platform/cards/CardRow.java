package onecard.platform.cards;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import onecard.platform.system.OneOf;

/// An issue of a card as the console shows it.
///
/// @param state as it counts today: an issued card whose lifetime is over is `EXPIRED`
record CardRow(
        int issueId,
        String uid,
        @OneOf(value = CardState.class, or = "EXPIRED") String state,
        LocalDate validUntil,
        OffsetDateTime issuedAt) {
    private static final String EXPIRED = "EXPIRED";

    static CardRow of(CardIssue issue, LocalDate today, ZoneId zone) {
        return new CardRow(
                issue.id(),
                issue.uid().hex(),
                stateOf(issue, today),
                issue.validUntil(),
                issue.issuedAt().atZone(zone).toOffsetDateTime());
    }

    /// Returns the same with its moment in the site's zone: a stored answer has lost it.
    CardRow in(ZoneId zone) {
        return new CardRow(
                issueId,
                uid,
                state,
                validUntil,
                issuedAt.atZoneSameInstant(zone).toOffsetDateTime());
    }

    static String stateOf(CardIssue issue, LocalDate today) {
        return issue.state() == CardState.ISSUED && issue.expiredOn(today)
                ? EXPIRED
                : issue.state().name();
    }
}

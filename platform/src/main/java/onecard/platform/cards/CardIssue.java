package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;

/// One issue of a card to a person. A card that was given back can have a later issue to somebody
/// else; the latest one is the current one.
///
/// @param id for ever
/// @param uid the card
/// @param person the holder
/// @param state what became of it
/// @param validUntil the last day on which the card is accepted (`M-076`)
/// @param issuedAt when it was handed out
public record CardIssue(
        int id,
        CardUid uid,
        PersonId person,
        CardState state,
        LocalDate validUntil,
        Instant issuedAt) {
    /// Tells whether the card's lifetime is over on that day.
    public boolean expiredOn(LocalDate day) {
        return day.isAfter(validUntil);
    }
}

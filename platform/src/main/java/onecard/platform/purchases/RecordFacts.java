package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.cards.PastIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;

/// What is known beside the [Plate] when records of one terminal are taken up.
///
/// @param place where the terminal stands now
/// @param places where it stood, oldest first
/// @param clockAhead how far its clock is ahead of ours, if it ever said
/// @param arrivedAt when the records came
/// @param cards every issue of their cards, oldest first
/// @param lapsed what of each account's subsidy expired since the oldest of these records
record RecordFacts(
        Place place,
        List<Terminals.PastPlace> places,
        Optional<Duration> clockAhead,
        Instant arrivedAt,
        Map<CardUid, List<PastIssue>> cards,
        Map<AccountId, Money> lapsed) {
    RecordTime timeOf(SoldRecord record) {
        return RecordTime.of(record.terminalTime(), clockAhead, arrivedAt);
    }

    /// Returns where the terminal stood at a moment.
    Place placeAt(Instant moment) {
        Terminals.Place found = null;
        for (Terminals.PastPlace each : places) {
            if (found == null || !each.since().isAfter(moment)) {
                found = each.place();
            }
        }
        return found == null
                ? place
                : new Place(
                        place.terminal(),
                        found.merchant().value(),
                        found.outlet().map(outlet -> outlet.value()),
                        place.served());
    }

    /// Returns the issue of the card that was used, empty if nobody ever had it.
    Optional<PastIssue> issueOf(SoldRecord record) {
        return record.instrument() instanceof Instrument.Card(var uid, _)
                ? Optional.ofNullable(cards.get(uid))
                        .map(issues -> PastIssue.at(issues, timeOf(record).at()))
                : Optional.empty();
    }

    Optional<AccountId> accountOf(SoldRecord record) {
        return issueOf(record).map(past -> Kitchen.accountOf(past.issue().person().value()));
    }

    RecordFacts withLapsed(Map<AccountId, Money> since) {
        return new RecordFacts(place, places, clockAhead, arrivedAt, cards, since);
    }
}

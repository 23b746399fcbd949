package onecard.platform.purchases;

import java.util.Optional;
import onecard.vocabulary.Refusal;

/// What to make of a record whose number is on the books. Pure.
final class RecordAgain {
    private RecordAgain() {}

    /// Returns what stands against it; empty if it is known.
    static Optional<FollowUpReason> objection(SoldRecord record, Earlier earlier) {
        JournalRow row = earlier.row();
        if (earlier.burnt()) {
            return Optional.of(FollowUpReason.NUMBER_BURNT);
        }
        if (row.refusal().filter(Refusal.NOT_BOOKABLE::equals).isPresent()) {
            // Nothing of the request is in the row to compare a repeat with.
            return Optional.of(FollowUpReason.NOT_BOOKABLE);
        }
        boolean same =
                row.content().equals(record.content())
                        && row.terminalAt().filter(record.terminalTime()::equals).isPresent();
        if (!same) {
            return Optional.of(FollowUpReason.OTHER_CONTENT);
        }
        return row.kind() == JournalRow.Kind.RECORD
                ? row.refusal().map(RecordAgain::unknown)
                : online(record, earlier);
    }

    /// A record that could not be booked is no more known when it comes again.
    static FollowUpReason unknown(Refusal refusal) {
        return refusal == Refusal.INSTRUMENT_UNSUPPORTED
                ? FollowUpReason.UNKNOWN_INSTRUMENT
                : FollowUpReason.UNKNOWN_CARD;
    }

    private static Optional<FollowUpReason> online(SoldRecord record, Earlier earlier) {
        JournalRow row = earlier.row();
        if (row.refusal().isPresent()) {
            return Optional.of(FollowUpReason.DECLINED_BEFORE);
        }
        if (earlier.voided() && record.offline()) {
            return Optional.of(FollowUpReason.NUMBER_BURNT);
        }
        boolean sameCharge =
                record.decided()
                        .filter(decided -> !decided.charged().equals(row.bill().net()))
                        .isEmpty();
        return sameCharge ? Optional.empty() : Optional.of(FollowUpReason.OTHER_DECISION);
    }
}

package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Optional;

/// What card somebody holds.
enum Hand {
    NOTHING,
    /// An issued card that terminals accept.
    VALID,
    /// An issued card whose lifetime is over.
    EXPIRED,
    LOST,
    /// A lost card whose lifetime is over as well.
    LOST_EXPIRED;

    static Hand of(Optional<CardIssue> open, LocalDate today) {
        if (open.isEmpty()) {
            return NOTHING;
        }
        boolean over = open.get().expiredOn(today);
        return open.get().state() == CardState.LOST
                ? (over ? LOST_EXPIRED : LOST)
                : (over ? EXPIRED : VALID);
    }

    boolean isLost() {
        return this == LOST || this == LOST_EXPIRED;
    }

    /// Tells whether the card is there to be laid on the reader.
    boolean isThere() {
        return this == VALID || this == EXPIRED;
    }
}

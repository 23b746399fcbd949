package onecard.simulator;

import java.time.Instant;
import java.util.Optional;

/// Whether a terminal asks the platform, or sells by itself for a while because nobody answered
/// (自动转脱机记账). A value: what happens makes the next one of it.
///
/// @param unanswered requests in a row that stayed without an answer
/// @param aloneSince since when it sells by itself; empty: it asks
record Switchover(int unanswered, Optional<Instant> aloneSince) {
    static final Switchover ASKING = new Switchover(0, Optional.empty());

    Switchover {
        if (unanswered < 0 || (unanswered == 0 && aloneSince.isPresent())) {
            throw new IllegalArgumentException(
                    "It takes an unanswered request to switch, not " + unanswered);
        }
    }

    boolean isAlone() {
        return aloneSince.isPresent();
    }

    /// A request stayed without an answer.
    ///
    /// @param switchAfter how many of them it takes; 0: no number suffices
    Switchover unanswered(int switchAfter, Instant at) {
        if (isAlone() || switchAfter == 0) {
            return this;
        }
        int now = unanswered + 1;
        return new Switchover(now, now >= switchAfter ? Optional.of(at) : Optional.empty());
    }

    /// A request was answered. Who sells by itself goes on until the platform was told all.
    Switchover answered() {
        return isAlone() ? this : ASKING;
    }

    /// The platform answers again, and was told all.
    Switchover back() {
        return ASKING;
    }
}

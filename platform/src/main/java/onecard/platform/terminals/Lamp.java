package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The lamp of a terminal (`D-43`): green when it was heard within 90 seconds, red otherwise, with
/// the reason.
enum Lamp {
    HEARD(Colour.GREEN),
    SILENT(Colour.RED),
    NEVER_HEARD(Colour.RED),
    NOT_SERVED(Colour.RED),
    REVOKED(Colour.RED);

    /// Three heartbeats.
    static final Duration HEARD_WITHIN = Duration.ofSeconds(90);

    private final Colour colour;

    Lamp(Colour colour) {
        this.colour = colour;
    }

    /// What is seen from afar.
    enum Colour {
        GREEN,
        RED
    }

    Colour colour() {
        return colour;
    }

    static Lamp of(Terminal terminal, Optional<Sign> sign, Instant now) {
        if (terminal.state() == TerminalState.REVOKED) {
            return REVOKED;
        }
        if (!terminal.served()) {
            return NOT_SERVED;
        }
        return sign.map(each -> heardAt(each.heardAt(), now)).orElse(NEVER_HEARD);
    }

    private static Lamp heardAt(Instant heardAt, Instant now) {
        return heardAt.plus(HEARD_WITHIN).isBefore(now) ? SILENT : HEARD;
    }
}

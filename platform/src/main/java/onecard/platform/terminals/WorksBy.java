package onecard.platform.terminals;

import java.time.Instant;
import java.util.Optional;

/// What a terminal says of the parameters it has.
///
/// @param version by which it works, 0 for none of ours
/// @param refused a version by which it cannot
/// @param at when it said so
public record WorksBy(long version, Optional<Refused> refused, Instant at) {
    /// Parameters that came, but are not applied.
    ///
    /// @param words what is wrong, in the terminal's own words
    public record Refused(long version, Reason reason, String words) {}

    /// Why a terminal does not work by parameters.
    public enum Reason {
        /// It does not understand them.
        UNREADABLE,
        /// It cannot do what they ask for.
        UNSUPPORTED,
        /// It cannot store them.
        NOT_STORED
    }

    boolean saysTheSameAs(WorksBy other) {
        return version == other.version && refused.equals(other.refused);
    }
}

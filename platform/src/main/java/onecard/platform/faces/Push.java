package onecard.platform.faces;

import java.time.Instant;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.wire.adms.FaceFault;

/// A line of the push journal (人脸下发流水): something a terminal is told, and how it ended.
///
/// @param person whom; empty: everybody
/// @param portrait which portrait, 0 for none
/// @param attempt how often it was sent
/// @param steps bits: [#USER], [#FACE]
/// @param fault what is wrong with the face, where the terminal said so
/// @param words the terminal's own
record Push(
        long id,
        DeviceId device,
        Kind kind,
        Optional<PersonId> person,
        String pin,
        String name,
        long portrait,
        State state,
        int attempt,
        int steps,
        Optional<FaceFault> fault,
        String words,
        Instant madeAt,
        Optional<Instant> sentAt,
        Optional<Instant> endedAt) {
    /// The terminal took the user.
    static final int USER = 1;

    /// The terminal took the face.
    static final int FACE = 2;

    /// What the terminal is told.
    enum Kind {
        PUSH,
        REMOVE,
        CLEAR
    }

    /// How far it is.
    enum State {
        WAITING,
        SENT,
        DONE,
        /// The terminal found the picture too large.
        TOO_LARGE,
        /// The terminal could make no face of the picture.
        QUALITY,
        /// The model cannot do it, or is not set up for it.
        UNSUPPORTED,
        OTHER,
        /// Something newer took its place before it ended.
        OVERTAKEN;

        boolean isOpen() {
            return this == WAITING || this == SENT;
        }

        /// Whether it can be tried again.
        boolean isFailed() {
            return switch (this) {
                case TOO_LARGE, QUALITY, UNSUPPORTED, OTHER -> true;
                case WAITING, SENT, DONE, OVERTAKEN -> false;
            };
        }
    }
}

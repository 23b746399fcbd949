package onecard.wire.adms;

import java.util.Optional;

/// What a device is told to do. There is no command here that opens a shell or moves files, and
/// none shall be added.
public sealed interface AdmsCommand {
    /// Enter a user, or change one. It goes before the face.
    ///
    /// @param pin the number under which the device shall know the person
    /// @param name as shown on the screen
    /// @param card the serial number of a card as a number
    record UpdateUser(String pin, String name, Optional<Long> card) implements AdmsCommand {
        public UpdateUser {
            mustBePin(pin);
        }
    }

    /// Take the picture a face is compared with.
    ///
    /// @param jpeg its bytes
    /// @param size what this model takes `Size` for
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    record UpdateFace(String pin, byte[] jpeg, SizeMeaning size) implements AdmsCommand {
        public UpdateFace {
            mustBePin(pin);
        }

        /// Says whose, never the picture.
        @Override
        public String toString() {
            return "UpdateFace[pin=%s, bytes=%d]".formatted(pin, jpeg.length);
        }
    }

    /// Forget a user with everything of theirs.
    record DeleteUser(String pin) implements AdmsCommand {
        public DeleteUser {
            mustBePin(pin);
        }
    }

    /// Forget all users with everything of theirs.
    record ClearUsers() implements AdmsCommand {}

    /// What a model takes the field `Size` of a picture for. The maker's document says the text's
    /// length; there are models that are served with the other.
    enum SizeMeaning {
        /// How long the text in Base64 is.
        TEXT,
        /// How many bytes the JPEG has.
        PICTURE
    }

    private static void mustBePin(String pin) {
        if (!pin.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException(
                    "A device knows people by 1 to 32 letters and digits, not \"" + pin + "\"");
        }
    }
}

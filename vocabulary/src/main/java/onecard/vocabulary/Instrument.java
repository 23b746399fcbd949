package onecard.vocabulary;

/// What a person pays with.
public sealed interface Instrument {
    /// A card held to the reader.
    ///
    /// @param uid what the card gives: its serial number and nothing else (`M-001`)
    /// @param emulated whether the reader says that a phone plays the card (`M-044`)
    record Card(CardUid uid, boolean emulated) implements Instrument {}

    /// A face that the linked face terminal recognised.
    ///
    /// @param enrolNo the face registration number (人脸登记号, `M-269`), 1 to 32 characters
    /// @param score how sure the face terminal is, 0 to 100
    record Face(String enrolNo, int score) implements Instrument {
        public Face {
            if (enrolNo.isEmpty() || enrolNo.length() > 32) {
                throw new IllegalArgumentException(
                        "A face registration number has 1 to 32 characters");
            }
            if (score < 0 || score > 100) {
                throw new IllegalArgumentException("A face score is 0 to 100, not " + score);
            }
        }
    }

    /// The person's number and secret (`W-17`).
    ///
    /// @param personNo the person number, 1 to 32 characters
    /// @param pin six digits
    record NumberAndPin(String personNo, String pin) implements Instrument {
        public NumberAndPin {
            if (personNo.isEmpty() || personNo.length() > 32) {
                throw new IllegalArgumentException("A person number has 1 to 32 characters");
            }
            if (!pin.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("A PIN has six digits");
            }
        }

        /// Says who, never the secret.
        @Override
        public String toString() {
            return "NumberAndPin[personNo=" + personNo + "]";
        }
    }

    /// A pay code from a phone; reserved.
    ///
    /// @param token as read, 1 to 128 characters
    record QrToken(String token) implements Instrument {
        public QrToken {
            if (token.isEmpty() || token.length() > 128) {
                throw new IllegalArgumentException("A pay code has 1 to 128 characters");
            }
        }

        /// Says what it is, never the token.
        @Override
        public String toString() {
            return "QrToken";
        }
    }
}

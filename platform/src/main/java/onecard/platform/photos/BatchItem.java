package onecard.platform.photos;

import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;

/// What became of one file of a batch (`M-138`).
///
/// @param position its place in the file, from 1
/// @param fileName as it is called there
/// @param person whose number that is
/// @param flaws what the check said
/// @param kept the portrait that was not stored, sealed; empty: there is none
record BatchItem(
        int position,
        String fileName,
        Optional<PersonId> person,
        Outcome outcome,
        List<Flaw> flaws,
        Optional<Kept> kept) {

    /// A sealed portrait.
    @SuppressWarnings("ArrayRecordComponent") // opened and sent, never compared
    record Kept(byte[] sealed, int width, int height) {}

    /// How it ended.
    enum Outcome {
        STORED,
        /// Stored by somebody although it did not pass.
        ACCEPTED,
        /// Did not pass the check.
        REFUSED,
        /// Nobody has that number.
        NO_PERSON,
        /// The person is in the leavers' archive.
        LEFT,
        /// Nobody agreed yet.
        NO_CONSENT,
        /// Another file of the batch was for the same person.
        TWICE,
        /// It cannot be unpacked.
        UNREADABLE;

        boolean isStored() {
            return this == STORED || this == ACCEPTED;
        }
    }
}

package onecard.platform.photos;

import java.time.Instant;
import java.util.Optional;

/// That somebody agreed to a portrait being kept and shown to face terminals (单独同意). No portrait is
/// stored without one.
///
/// @param givenBy who agreed
/// @param guardian the name of the guardian, if one agreed and said it
/// @param way how it was said
/// @param textVersion which wording was agreed to
/// @param givenAt when
/// @param notedBy the operator who noted it; empty: it came from the phone
record Consent(
        Giver givenBy,
        Optional<String> guardian,
        Way way,
        int textVersion,
        Instant givenAt,
        String notedBy) {
    /// The wording in force; its words are the message `photos.consent-text`.
    static final int TEXT_VERSION = 1;

    static final int GUARDIAN_MAX = 60;

    /// Who can agree.
    enum Giver {
        HOLDER,
        /// For whoever is not yet fourteen, this is the one who must.
        GUARDIAN
    }

    /// How it can be said.
    enum Way {
        /// A signed paper is on file.
        PAPER,
        /// Said to the clerk at the desk.
        DESK,
        /// On the person's own phone.
        PHONE
    }
}

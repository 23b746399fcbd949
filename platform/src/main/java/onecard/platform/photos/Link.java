package onecard.platform.photos;

import java.time.Instant;
import onecard.platform.people.PersonId;

/// A one-time link that takes a photo from a phone straight into a person's record (`M-132`).
///
/// @param id for ever
/// @param person whose photo it takes
/// @param expiresAt until when
record Link(int id, PersonId person, Instant expiresAt) {}

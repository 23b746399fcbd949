package onecard.platform.photos;

import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;

/// The portraits that may be shown to face terminals: those of people whose consent is in force.
public interface FacePictures {
    /// Returns who has one, with its version: another one for every portrait.
    Map<PersonId, Long> versions();

    /// Opens a portrait for a terminal; empty if another one took its place, if the consent was
    /// withdrawn, or if its key is not here.
    Optional<byte[]> open(PersonId person, long version);
}

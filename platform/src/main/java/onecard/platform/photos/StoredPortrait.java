package onecard.platform.photos;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;

/// A portrait as it lies in the table, still sealed.
///
/// @param person whose
/// @param key the number of the key that opens it
/// @param version another one for every portrait
/// @param sealed the sealed JPEG
/// @param bytes how long the JPEG is
/// @param flaws what the check said
/// @param acceptedBy who accepted it all the same
/// @param storedBy the operator; empty: it came from the phone
@SuppressWarnings("ArrayRecordComponent") // opened and sent, never compared
record StoredPortrait(
        PersonId person,
        int key,
        long version,
        byte[] sealed,
        int bytes,
        int width,
        int height,
        Source source,
        List<Flaw> flaws,
        Optional<String> acceptedBy,
        Instant storedAt,
        String storedBy) {

    /// What stands sealed: a portrait and whose it is.
    static String what(PersonId person) {
        return "portrait:" + person.value();
    }

    static String words(List<Flaw> flaws) {
        return String.join(" ", flaws.stream().map(Flaw::name).toList());
    }

    static List<Flaw> flaws(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(" ")).map(Flaw::valueOf).toList();
    }
}

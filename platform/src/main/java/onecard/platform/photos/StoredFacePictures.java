package onecard.platform.photos;

import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import org.springframework.stereotype.Service;

/// Portraits as they lie in the table; one whose consent is gone counts as none.
@Service
class StoredFacePictures implements FacePictures {
    private final PortraitTable portraits;
    private final ConsentTable consents;
    private final Photos photos;

    StoredFacePictures(PortraitTable portraits, ConsentTable consents, Photos photos) {
        this.portraits = portraits;
        this.consents = consents;
        this.photos = photos;
    }

    @Override
    public Map<PersonId, Long> versions() {
        Map<PersonId, Long> versions = portraits.versions();
        versions.keySet().retainAll(consents.of(versions.keySet().stream().toList()));
        return versions;
    }

    @Override
    public Optional<byte[]> open(PersonId person, long version) {
        return consents.find(person)
                .flatMap(_ -> portraits.find(person))
                .filter(stored -> stored.version() == version)
                .flatMap(photos::open)
                .map(Photos.Opened::jpeg);
    }
}

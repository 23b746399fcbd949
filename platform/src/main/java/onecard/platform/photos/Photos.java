package onecard.platform.photos;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The portraits of everybody and the consents they stand on. Every view and every change leaves a
/// line in the audit trail.
@Service
class Photos {
    private final PortraitTable portraits;
    private final ConsentTable consents;
    private final BatchItemTable items;
    private final LinkTable links;
    private final PhotoKeys keys;
    private final People people;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final Clock clock;

    Photos(
            PortraitTable portraits,
            ConsentTable consents,
            BatchItemTable items,
            LinkTable links,
            PhotoKeys keys,
            People people,
            CurrentOperator operator,
            AuditTrail audit,
            Clock clock) {
        this.portraits = portraits;
        this.consents = consents;
        this.items = items;
        this.links = links;
        this.keys = keys;
        this.people = people;
        this.operator = operator;
        this.audit = audit;
        this.clock = clock;
    }

    /// A portrait to be stored.
    ///
    /// @param flaws what the check said of it
    /// @param acceptedAnyway whether the operator at work stores it although it did not pass
    record Filing(Portrait portrait, Source source, List<Flaw> flaws, boolean acceptedAnyway) {}

    /// An opened portrait.
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Opened(StoredPortrait stored, byte[] jpeg) {}

    Person person(PersonId id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("person", id.value()));
    }

    Optional<StoredPortrait> portrait(PersonId id) {
        return portraits.find(id);
    }

    Optional<Consent> consent(PersonId id) {
        return consents.find(id);
    }

    /// Opens a portrait for somebody to look at.
    @Transactional
    public Opened look(PersonId id) {
        var person = person(id);
        var stored = portraits.find(id).orElseThrow(() -> Problem.notFound("photo", id.value()));
        var opened = open(stored).orElseThrow(() -> Problem.of(PhotoProblems.KEY_AWAY));
        audit.record("photos.photo-seen", subject(person), Map.of());
        return opened;
    }

    /// Opens a portrait; empty if its key is not here.
    Optional<Opened> open(StoredPortrait stored) {
        return keys.open(stored.key())
                .map(key ->
                        new Opened(
                                stored,
                                PhotoSeal.open(
                                        key.bytes(),
                                        StoredPortrait.what(stored.person()),
                                        stored.sealed())));
    }

    /// Stores a portrait in the place of the one before.
    @Transactional
    public void store(PersonId id, Filing filing) {
        var person = person(id);
        if (person.leftAt().isPresent()) {
            throw Problem.of(PhotoProblems.LEFT).with("name", person.name());
        }
        if (consents.lock(id).isEmpty()) {
            throw Problem.of(PhotoProblems.NO_CONSENT).with("name", person.name());
        }
        var key = keys.of(id);
        var portrait = filing.portrait();
        portraits.put(
                new StoredPortrait(
                        id,
                        key.no(),
                        0,
                        PhotoSeal.seal(key.bytes(), StoredPortrait.what(id), portrait.jpeg()),
                        portrait.jpeg().length,
                        portrait.width(),
                        portrait.height(),
                        filing.source(),
                        filing.flaws(),
                        filing.acceptedAnyway() ? Optional.of(atWork()) : Optional.empty(),
                        clock.instant(),
                        atWork()));
        var details = new LinkedHashMap<String, Object>();
        details.put("source", filing.source().name());
        if (filing.acceptedAnyway()) {
            details.put("acceptedAnyway", true);
        }
        audit.record("photos.photo-stored", subject(person), details);
    }

    /// Takes the portrait away; the consent stays.
    @Transactional
    public void remove(PersonId id) {
        var person = person(id);
        consents.lock(id);
        if (!portraits.remove(id)) {
            throw Problem.notFound("photo", id.value());
        }
        keys.doom(id);
        audit.record("photos.photo-removed", subject(person), Map.of());
    }

    /// Notes that somebody agreed; where a consent is in force it stays as it is.
    @Transactional
    public void agree(PersonId id, Consent consent) {
        var person = person(id);
        if (consents.add(id, consent)) {
            audit.record(
                    "photos.consent-given",
                    subject(person),
                    Map.of("givenBy", consent.givenBy().name(), "way", consent.way().name()));
        }
    }

    /// Notes a consent that the operator at work heard of.
    @Transactional
    public void agree(
            PersonId id, Consent.Giver giver, Optional<String> guardian, Consent.Way way) {
        agree(
                id,
                new Consent(giver, guardian, way, Consent.TEXT_VERSION, clock.instant(), atWork()));
    }

    /// Withdraws the consent: the portrait goes, with everything a batch still keeps of the person,
    /// and the key is destroyed, so that no backup of the database shows it again.
    @Transactional
    public void withdraw(PersonId id) {
        var person = person(id);
        consents.lock(id);
        if (!consents.withdraw(id, clock.instant())) {
            throw Problem.notFound("consent", id.value());
        }
        erase(id);
        audit.record("photos.consent-withdrawn", subject(person), Map.of());
    }

    /// Ends portrait, consent and key of somebody who left before a moment and is still away. Who
    /// comes back is asked anew.
    ///
    /// @return false if the person came back meanwhile
    @Transactional
    public boolean forgetLeaver(PersonId id, Instant until) {
        consents.lock(id);
        var person = person(id);
        if (person.leftAt().filter(left -> left.isBefore(until)).isEmpty()) {
            return false;
        }
        consents.withdraw(id, clock.instant());
        erase(id);
        audit.record("photos.photo-of-leaver-erased", subject(person), Map.of());
        return true;
    }

    private void erase(PersonId id) {
        portraits.remove(id);
        items.forget(id);
        links.callBack(id, clock.instant());
        keys.doom(id);
    }

    private String atWork() {
        return operator.find().map(Operator::displayName).orElse("");
    }

    static String subject(Person person) {
        return "person %s %s".formatted(person.number().value(), person.name());
    }
}

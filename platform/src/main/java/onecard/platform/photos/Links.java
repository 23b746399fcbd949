package onecard.platform.photos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One-time links (`M-132`): 256 random bits for one person, good until they are used, called back
/// or too old. Only a hash of the secret is kept.
@Service
class Links implements DailyJob {
    /// How many photos a link takes until one is good.
    static final int TRIES_MAX = 20;

    private static final int SECRET_BYTES = 32;
    private static final Duration KEPT = Duration.ofDays(30);

    private final LinkTable table;
    private final Photos photos;
    private final PhotoDesk desk;
    private final LinkGuard guard;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Links(
            LinkTable table,
            Photos photos,
            PhotoDesk desk,
            LinkGuard guard,
            CurrentOperator operator,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.photos = photos;
        this.desk = desk;
        this.guard = guard;
        this.operator = operator;
        this.audit = audit;
        this.clock = clock;
    }

    /// A new link.
    ///
    /// @param secret shown once
    record Made(String secret, Instant expiresAt) {}

    /// Makes a link; those before it are good no longer.
    @Transactional
    public Made make(PersonId id, Duration validity) {
        var person = photos.person(id);
        if (person.leftAt().isPresent()) {
            throw Problem.of(PhotoProblems.LEFT).with("name", person.name());
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        table.callBack(id, now);
        table.add(id, digest(secret), operator.get().displayName(), now, now.plus(validity));
        audit.record("photos.link-made", Photos.subject(person), Map.of());
        return new Made(secret, now.plus(validity));
    }

    /// Calls back the links of a person.
    @Transactional
    public void callBack(PersonId id) {
        var person = photos.person(id);
        if (table.callBack(id, clock.instant()) > 0) {
            audit.record("photos.link-called-back", Photos.subject(person), Map.of());
        }
    }

    /// Finds what a secret opens.
    Link open(String secret, String address) {
        guard.check(address);
        return known(table.find(digest(secret), TRIES_MAX, clock.instant()), address);
    }

    /// Says what would become of a photo; it counts as a try.
    Verdict check(String secret, String address, byte[] file) {
        var _ = attempt(secret, address);
        return desk.check(file);
    }

    /// Takes the photo over and uses the link up. A photo that does not pass leaves the link as it
    /// is: another one can be taken.
    void take(
            String secret,
            String address,
            byte[] file,
            Optional<Consent> agreed,
            LinkedStore store) {
        var link = attempt(secret, address);
        if (agreed.isEmpty() && photos.consent(link.person()).isEmpty()) {
            throw Problem.of(PhotoProblems.NO_CONSENT)
                    .with("name", photos.person(link.person()).name());
        }
        store.store(link, desk.filing(desk.check(file), Source.PHONE, false), agreed);
    }

    private Link attempt(String secret, String address) {
        guard.check(address);
        return known(table.attempt(digest(secret), TRIES_MAX, clock.instant()), address);
    }

    private Link known(Optional<Link> found, String address) {
        if (found.isEmpty()) {
            guard.wrong(address);
        }
        return found.orElseThrow(() -> Problem.of(PhotoProblems.LINK_OVER));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String name() {
        return "forget-photo-links";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 20);
    }

    @Override
    public void run(LocalDate day) {
        table.forget(clock.instant().minus(KEPT));
    }
}

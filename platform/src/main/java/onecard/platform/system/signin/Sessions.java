package onecard.platform.system.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import onecard.platform.system.Settings;
import org.springframework.stereotype.Component;

/// Sessions on the server: who has one is signed in, until nothing was done for a while or eight
/// hours are over.
@Component
public class Sessions {
    /// After this a session ends, whatever is done in it.
    static final Duration ABSOLUTE = Duration.ofHours(8);

    /// How exactly the last request is remembered.
    static final Duration SEEN_STEP = Duration.ofSeconds(5);

    private static final int ID_BYTES = 32;

    private final SessionTable sessions;
    private final OperatorTable operators;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionTable sessions, OperatorTable operators, Settings settings, Clock clock) {
        this.sessions = sessions;
        this.operators = operators;
        this.settings = settings;
        this.clock = clock;
    }

    /// Starts a session and returns what goes into the cookie; only its hash is kept.
    String start(int operator, String address) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        sessions.start(Digest.of(cookie), operator, clock.instant(), address);
        return cookie;
    }

    /// Finds whose session a cookie stands for, and notes that something is done in it.
    Optional<SignedIn> use(String cookie) {
        byte[] id = Digest.of(cookie);
        Instant now = clock.instant();
        Optional<SessionTable.Row> row = sessions.find(id).filter(each -> lives(each, now));
        row.filter(each -> each.lastSeenAt().plus(SEEN_STEP).isBefore(now))
                .ifPresent(_ -> sessions.seen(id, now));
        return row.flatMap(each -> signedIn(each, id));
    }

    /// Looks whether a session still stands, without counting as doing something in it.
    public Optional<SignedIn> look(SignedIn signedIn) {
        byte[] id = signedIn.session();
        Instant now = clock.instant();
        return sessions.find(id)
                .filter(each -> lives(each, now))
                .flatMap(each -> signedIn(each, id));
    }

    void end(byte[] id) {
        sessions.end(id);
    }

    void endOthers(int operator, byte[] kept) {
        sessions.endOthers(operator, kept);
    }

    /// Throws away the rows of sessions that are over.
    void sweep() {
        Instant now = clock.instant();
        sessions.endOlderThan(now.minus(settings.current().sessionIdle()), now.minus(ABSOLUTE));
    }

    private Optional<SignedIn> signedIn(SessionTable.Row row, byte[] id) {
        return operators
                .find(row.operatorId())
                .filter(OperatorRow::active)
                .map(who -> new SignedIn(who.operator(), id, who.mustChange()));
    }

    private boolean lives(SessionTable.Row session, Instant now) {
        return now.isBefore(session.lastSeenAt().plus(settings.current().sessionIdle()))
                && now.isBefore(session.madeAt().plus(ABSOLUTE));
    }
}

package onecard.platform.photos;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A key per person. It is made in the transaction of the first picture, and doomed in the one that
/// withdraws the consent; the bytes are destroyed right after the commit, and what a crash left is
/// destroyed the next night. A number is never used twice, so a new consent gets a new key.
@Component
class PhotoKeys implements DailyJob {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoKeys.class);
    private static final int AT_ONCE = 1_000;

    private final KeyTable table;
    private final KeyFile file;
    private final Clock clock;

    PhotoKeys(KeyTable table, KeyFile file, Clock clock) {
        this.table = table;
        this.file = file;
        this.clock = clock;
    }

    /// A key with its number.
    @SuppressWarnings("ArrayRecordComponent") // a key is its bytes
    record Key(int no, byte[] bytes) {}

    /// Returns the key of a person, a new one if there is none. In the caller's transaction.
    Key of(PersonId person) {
        var known = table.of(person);
        if (known.isPresent()) {
            return open(known.get()).orElseThrow(() -> Problem.of(PhotoProblems.KEY_AWAY));
        }
        return made(Optional.of(person));
    }

    /// Makes a key for a batch.
    Key forBatch() {
        return made(Optional.empty());
    }

    private Key made(Optional<PersonId> person) {
        int no = table.add(person, clock.instant());
        return new Key(no, file.make(no));
    }

    /// Returns a key that is there.
    Optional<Key> open(int no) {
        return file.read(no).map(bytes -> new Key(no, bytes));
    }

    /// Ends the key of a person: after the commit nothing it sealed opens any more.
    void doom(PersonId person) {
        table.doom(person, clock.instant());
        destroyAfterCommit();
    }

    /// Ends a key.
    void doom(int no) {
        table.doom(no, clock.instant());
        destroyAfterCommit();
    }

    private void destroyAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        table.doomed(AT_ONCE).forEach(file::destroy);
                    }
                });
    }

    @Override
    public String name() {
        return "destroy-photo-keys";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 10);
    }

    @Override
    public void run(LocalDate day) {
        var doomed = table.doomed(AT_ONCE);
        while (!doomed.isEmpty()) {
            for (int no : doomed) {
                file.destroy(no);
                table.destroyed(no, clock.instant());
            }
            LOG.info("photo-keys-destroyed count={}", doomed.size());
            doomed = table.doomed(AT_ONCE);
        }
    }
}

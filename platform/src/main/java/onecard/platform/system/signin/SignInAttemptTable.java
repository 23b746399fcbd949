package onecard.platform.system.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.sign_in_attempt`. An attempt is counted *before* the password is looked at, so that
/// a thousand guesses at once are not a thousand first ones.
@Repository
class SignInAttemptTable {
    /// From this failure on the next attempt waits: 1, 2, 4, 8, 16 seconds.
    static final int FAILURES_BEFORE_DELAY = 5;

    /// This failure locks.
    static final int FAILURES_BEFORE_LOCK = 10;

    static final Duration LOCK = Duration.ofMinutes(15);

    /// Failures older than this are forgotten.
    static final Duration FORGET = Duration.ofHours(1);

    private static final String COUNT =
            """
            insert into system.sign_in_attempt as seen (name_hash, failures, not_before, last_at)
            values (:name, 1, :now, :now)
            on conflict (name_hash) do update
               set failures   = case when seen.last_at < :forget then 1 else seen.failures + 1 end,
                   not_before = :now + interval '1 second' * case
                       when seen.last_at < :forget       then 0
                       when seen.failures + 1 >= :lock   then :lockSeconds
                       when seen.failures + 1 >= :delay  then 1 << (seen.failures + 1 - :delay)
                       else 0 end,
                   last_at    = :now
             where seen.not_before <= :now
            returning failures
            """;

    private static final String NOT_BEFORE =
            """
            select not_before
              from system.sign_in_attempt
             where name_hash = :name
            """;

    private static final String CLEAR =
            """
            delete from system.sign_in_attempt
             where name_hash = :name
            """;

    private static final String CLEAR_OLD =
            """
            delete from system.sign_in_attempt
             where last_at < :before
            """;

    private final JdbcClient jdbc;

    SignInAttemptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts an attempt as failed until [#clear] says otherwise.
    ///
    /// @return how many failed in a row with this one; empty if it is too early for one
    Optional<Integer> count(byte[] name, Instant now) {
        return jdbc.sql(COUNT)
                .param("name", name)
                .param("now", at(now))
                .param("forget", at(now.minus(FORGET)))
                .param("delay", FAILURES_BEFORE_DELAY)
                .param("lock", FAILURES_BEFORE_LOCK)
                .param("lockSeconds", LOCK.toSeconds())
                .query(Integer.class)
                .optional();
    }

    Optional<Instant> notBefore(byte[] name) {
        return jdbc.sql(NOT_BEFORE)
                .param("name", name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void clear(byte[] name) {
        jdbc.sql(CLEAR).param("name", name).update();
    }

    void clearOlderThan(Instant before) {
        jdbc.sql(CLEAR_OLD).param("before", at(before)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

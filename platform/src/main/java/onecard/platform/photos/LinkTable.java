package onecard.platform.photos;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import onecard.platform.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.link`.
@Repository
class LinkTable {
    private static final String ADD =
            """
            insert into photos.link (person, digest, made_at, made_by, expires_at)
            values (:person, :digest, :at, :by, :until)
            """;

    private static final String FIND =
            """
            select id, person, expires_at
              from photos.link
             where digest = :digest and used_at is null and expires_at > :now and tries < :tries
            """;

    /// Counts before anything is looked at, so that many photos at once are not one.
    private static final String TRY =
            """
            update photos.link
               set tries = tries + 1
             where digest = :digest and used_at is null and expires_at > :now and tries < :tries
            returning id, person, expires_at
            """;

    private static final String USE =
            """
            update photos.link
               set used_at = :now
             where id = :id and used_at is null and expires_at > :now
            """;

    private static final String CALL_BACK =
            """
            update photos.link
               set used_at = :now
             where person = :person and used_at is null
            """;

    private static final String FORGET =
            """
            delete from photos.link
             where expires_at < :before
            """;

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonId person, byte[] digest, String by, Instant at, Instant until) {
        jdbc.sql(ADD)
                .param("person", person.value())
                .param("digest", digest)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Link> find(byte[] digest, int triesMax, Instant now) {
        return link(FIND, digest, triesMax, now);
    }

    Optional<Link> attempt(byte[] digest, int triesMax, Instant now) {
        return link(TRY, digest, triesMax, now);
    }

    private Optional<Link> link(String sql, byte[] digest, int triesMax, Instant now) {
        return jdbc.sql(sql)
                .param("digest", digest)
                .param("tries", triesMax)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Link(
                                row.getInt("id"),
                                new PersonId(row.getInt("person")),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean use(int id, Instant now) {
        return jdbc.sql(USE).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update()
                > 0;
    }

    int callBack(PersonId person, Instant now) {
        return jdbc.sql(CALL_BACK)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}

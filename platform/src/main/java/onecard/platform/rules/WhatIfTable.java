package onecard.platform.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `rules.what_if`.
@Repository
class WhatIfTable {
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String FORGET =
            """
            delete from rules.what_if
             where job = :job or made_at < :before
            """;

    private static final String ADD =
            """
            insert into rules.what_if
                   (job, place, made_at, at, number, person, person_group, merchant, meal, keyed,
                    effect, was_refused, was_net, would_be_refused, would_be_net, rule)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST =
            """
            select place, at, number, person, person_group, merchant, meal, keyed, effect,
                   was_refused, was_net, would_be_refused, would_be_net, rule
              from rules.what_if
             where job = :job and place > :after
             order by place
             limit :most
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    WhatIfTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// A purchase that would have ended differently.
    ///
    /// @param place its place in the list
    /// @param at when, in the zone of the site
    /// @param rule the name of the rule that would refuse it or make its price
    record Row(
            int place,
            LocalDateTime at,
            long number,
            int person,
            Optional<Integer> group,
            int merchant,
            Optional<Integer> meal,
            long keyedCents,
            Effect effect,
            Optional<Refusal> wasRefused,
            long wasNetCents,
            Optional<Refusal> wouldBeRefused,
            long wouldBeNetCents,
            String rule) {
        static Row of(int place, Replay.Decided decided, String rule) {
            PastEntry.Asked was = decided.was();
            return new Row(
                    place,
                    was.occasion().at(),
                    was.number(),
                    was.person().value(),
                    was.occasion().group().map(id -> id.value()),
                    was.occasion().merchant().value(),
                    was.occasion().meal().map(id -> id.value()),
                    was.keyed().cents(),
                    decided.effect(),
                    was.refused(),
                    was.net().cents(),
                    decided.refused(),
                    decided.net().cents(),
                    rule);
        }
    }

    /// Throws away what this job found in an earlier run, and what is older than that.
    void forget(int job, Instant before) {
        jdbc.sql(FORGET).param("job", job).param("before", Timestamp.from(before)).update();
    }

    void add(int job, Instant madeAt, List<Row> rows) {
        batches.batchUpdate(
                ADD,
                rows,
                ROWS_AT_ONCE,
                (statement, row) -> {
                    statement.setInt(1, job);
                    statement.setInt(2, row.place());
                    statement.setTimestamp(3, Timestamp.from(madeAt));
                    statement.setObject(4, row.at());
                    statement.setLong(5, row.number());
                    statement.setInt(6, row.person());
                    statement.setObject(7, row.group().orElse(null), java.sql.Types.INTEGER);
                    statement.setInt(8, row.merchant());
                    statement.setObject(9, row.meal().orElse(null), java.sql.Types.INTEGER);
                    statement.setLong(10, row.keyedCents());
                    statement.setString(11, row.effect().name());
                    statement.setString(12, row.wasRefused().map(Enum::name).orElse(null));
                    statement.setLong(13, row.wasNetCents());
                    statement.setString(14, row.wouldBeRefused().map(Enum::name).orElse(null));
                    statement.setLong(15, row.wouldBeNetCents());
                    statement.setString(16, row.rule());
                });
    }

    /// Returns what a job found, from a place on.
    List<Row> list(int job, int after, int most) {
        return jdbc.sql(LIST)
                .param("job", job)
                .param("after", after)
                .param("most", most)
                .query(WhatIfTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("place"),
                row.getObject("at", LocalDateTime.class),
                row.getLong("number"),
                row.getInt("person"),
                Optional.ofNullable(row.getObject("person_group", Integer.class)),
                row.getInt("merchant"),
                Optional.ofNullable(row.getObject("meal", Integer.class)),
                row.getLong("keyed"),
                Effect.valueOf(row.getString("effect")),
                refusal(row.getString("was_refused")),
                row.getLong("was_net"),
                refusal(row.getString("would_be_refused")),
                row.getLong("would_be_net"),
                row.getString("rule"));
    }

    private static Optional<Refusal> refusal(@Nullable String name) {
        return Optional.ofNullable(name).map(Refusal::valueOf);
    }
}

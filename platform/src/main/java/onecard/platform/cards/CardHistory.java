package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads `cards.card_issue` for whoever asks about a moment that is past.
@Repository
class CardHistory {
    /// The balance of a replaced card is held until it is taken over.
    private static final String HISTORY =
            """
            select c.id, c.uid, c.person, c.state, c.valid_until, c.issued_at, c.lost_at, c.ended_at,
                   c.state = 'REPLACED'
                   and exists (select
                                 from cards.hold h
                                where h.person = c.person and h.ended_at is null) as held
              from cards.card_issue c
             where c.uid = any (:uids)
             order by c.id
            """;

    private final JdbcClient jdbc;

    CardHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<CardUid, List<PastIssue>> of(Collection<CardUid> uids) {
        var found = new HashMap<CardUid, List<PastIssue>>();
        jdbc.sql(HISTORY)
                .param("uids", uids.stream().map(CardUid::bytes).toArray(byte[][]::new))
                .query((row, number) ->
                        new PastIssue(
                                CardIssueTable.row(row, number),
                                moment(row, "lost_at"),
                                moment(row, "ended_at"),
                                row.getBoolean("held")))
                .list()
                .forEach(past ->
                        found.computeIfAbsent(past.issue().uid(), _ -> new ArrayList<>())
                                .add(past));
        return found;
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}

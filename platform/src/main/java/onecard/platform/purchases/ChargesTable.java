package onecard.platform.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads `purchases.purchase` for what one person was charged on a day; writes nothing.
@Repository
class ChargesTable {
    private static final String OF_DAY =
            """
            select p.*, v.purchase is not null as is_voided
              from purchases.purchase p
              left join purchases.voided v on v.purchase = p.number
             where p.account = :person and p.booked_on >= :bookedFrom
               and p.at >= :from and p.at < :to
               and p.result = 0 and p.kind in (1, 2, 5)
               and (cast(:scope as int[]) is null or p.merchant = any (:scope))
             order by p.at desc, p.number desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    ChargesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Reads what happened between two moments, newest first.
    ///
    /// @param bookedFrom before that day nothing of it can be booked
    List<JournalLine> between(
            int person,
            Instant from,
            Instant to,
            LocalDate bookedFrom,
            Integer @org.jspecify.annotations.Nullable [] scope,
            int limit) {
        return jdbc.sql(OF_DAY)
                .param("person", person)
                .param("bookedFrom", bookedFrom)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("scope", scope)
                .param("limit", limit)
                .query(ChargesTable::line)
                .list();
    }

    private static JournalLine line(ResultSet row, int ignored) throws SQLException {
        var bookedAt = row.getObject("booked_at", OffsetDateTime.class).toInstant();
        return new JournalLine(RowReader.read(row), bookedAt, row.getBoolean("is_voided"));
    }
}

package onecard.platform.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `purchases.correction` and `purchases.back_entry`: who changed and entered what by hand.
/// Rows are only added.
@Repository
class CorrectionTable {
    private static final String OF_PURCHASES =
            """
            select c.number, c.booked_on, c.purchase, c.at, c.gross, c.cash, c.subsidy, c.charged,
                   c.operator_name, c.reason
              from purchases.correction c
             where c.purchase = any (:purchases)
             order by c.at, c.number
            """;

    private static final String OPERATORS =
            """
            select c.number, c.operator_name
              from purchases.correction c
             where c.number = any (:numbers)
             union all
            select b.number, b.operator_name
              from purchases.back_entry b
             where b.number = any (:numbers)
            """;

    private static final String BY_HAND =
            """
            select c.number, c.booked_on, c.operator_name, c.reason as words, c.charged
              from purchases.correction c
             where c.number = :number
             union all
            select b.number, b.booked_on, b.operator_name, b.remark, null
              from purchases.back_entry b
             where b.number = :number
            """;

    private static final String ADD =
            """
            insert into purchases.correction
                   (number, booked_on, purchase, purchase_on, at, gross, cash, subsidy, charged,
                    operator, operator_name, reason)
            values (:number, :bookedOn, :purchase, :purchaseOn, :at, :gross, :cash, :subsidy,
                    :charged, :operator, :operatorName, :reason)
            """;

    private static final String ENTER =
            """
            insert into purchases.back_entry (number, booked_on, operator, operator_name, remark)
            values (:number, :bookedOn, :operator, :operatorName, :remark)
            """;

    private final JdbcClient jdbc;

    CorrectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A correction as it was made.
    ///
    /// @param charged what the purchase costs since
    record Row(
            long number,
            LocalDate bookedOn,
            long purchase,
            Instant at,
            Money gross,
            Money cash,
            Money subsidy,
            Money charged,
            String operatorName,
            String reason) {}

    /// A correction or a back-entry, as its receipt tells of it.
    ///
    /// @param charged what the purchase costs since; empty for a back-entry
    record ByHand(
            long number,
            LocalDate bookedOn,
            String operatorName,
            String words,
            Optional<Money> charged) {}

    /// Who did it, and what they said about it.
    record By(int operator, String name, String words) {}

    /// Returns the corrections of purchases, in their order.
    List<Row> of(Collection<Long> purchases) {
        return purchases.isEmpty()
                ? List.of()
                : jdbc.sql(OF_PURCHASES)
                        .param("purchases", purchases.toArray(Long[]::new))
                        .query(CorrectionTable::row)
                        .list();
    }

    /// Tells who made the corrections and back-entries with these numbers.
    Map<Long, String> operators(Collection<Long> numbers) {
        var names = new HashMap<Long, String>();
        if (!numbers.isEmpty()) {
            jdbc.sql(OPERATORS)
                    .param("numbers", numbers.toArray(Long[]::new))
                    .query(row -> {
                        names.put(row.getLong("number"), row.getString("operator_name"));
                    });
        }
        return names;
    }

    /// Finds what was done by hand under a journal number.
    Optional<ByHand> byHand(long number) {
        return jdbc.sql(BY_HAND)
                .param("number", number)
                .query((row, _) ->
                        new ByHand(
                                row.getLong("number"),
                                row.getObject("booked_on", LocalDate.class),
                                row.getString("operator_name"),
                                row.getString("words"),
                                Optional.ofNullable(row.getObject("charged", Long.class))
                                        .map(Money::ofCents)))
                .optional();
    }

    void add(JournalRow row, JournalRow.Undone purchase, Money charged, By by) {
        jdbc.sql(ADD)
                .param("number", row.number())
                .param("bookedOn", row.bookedOn())
                .param("purchase", purchase.number())
                .param("purchaseOn", purchase.bookedOn())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("gross", row.bill().gross().cents())
                .param("cash", row.bill().cash().cents())
                .param("subsidy", row.bill().subsidy().cents())
                .param("charged", charged.cents())
                .param("operator", by.operator())
                .param("operatorName", by.name())
                .param("reason", by.words())
                .update();
    }

    void enter(JournalRow row, By by) {
        jdbc.sql(ENTER)
                .param("number", row.number())
                .param("bookedOn", row.bookedOn())
                .param("operator", by.operator())
                .param("operatorName", by.name())
                .param("remark", by.words())
                .update();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        return new Row(
                row.getLong("number"),
                row.getObject("booked_on", LocalDate.class),
                row.getLong("purchase"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Money.ofCents(row.getLong("gross")),
                Money.ofCents(row.getLong("cash")),
                Money.ofCents(row.getLong("subsidy")),
                Money.ofCents(row.getLong("charged")),
                row.getString("operator_name"),
                row.getString("reason"));
    }
}

package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.top_up_undo`. Rows are only added, one for each top-up at the most.
@Repository
class TopUpUndoTable {
    private static final String ADD =
            """
            insert into cards.top_up_undo
                   (top_up, operator, operator_name, at, booked_on, first_number, last_number)
            values (:topUp, :operator, :operatorName, :at, :bookedOn, :firstNumber, :lastNumber)
            """;

    private final JdbcClient jdbc;

    TopUpUndoTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            int topUp,
            int operator,
            String operatorName,
            Instant at,
            LocalDate bookedOn,
            long firstNumber,
            long lastNumber) {
        jdbc.sql(ADD)
                .param("topUp", topUp)
                .param("operator", operator)
                .param("operatorName", operatorName)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("bookedOn", bookedOn)
                .param("firstNumber", firstNumber)
                .param("lastNumber", lastNumber)
                .update();
    }
}

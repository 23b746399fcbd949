package onecard.platform.purchases;

import java.util.List;
import onecard.platform.terminals.TerminalRegister;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.SerialNo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which of a terminal's numbers have an outcome. It only looks at `purchases.claim`, and only at
/// its newest end: a heartbeat must cost the same however much was sold.
@Repository
public class UsedNumbers {
    /// How far back gaps are looked for, in numbers.
    static final int LOOK_BACK = 1_000;

    /// How many gaps are told at once.
    static final int GAPS_MAX = 64;

    private static final String HIGHEST =
            """
            select coalesce(max(seq), 0) as highest
              from purchases.claim
             where terminal = :terminal
            """;

    private static final String GAPS =
            """
            select before + 1 as first, seq - 1 as last
              from (select seq, lag(seq, 1, :from) over (order by seq) as before
                      from (select seq
                              from purchases.claim
                             where terminal = :terminal and seq > :from and seq <= :to
                             union all
                            select :to + 1) as known (seq)) as steps
             where seq > before + 1
             order by first
             limit :gapsMax
            """;

    private final Terminals terminals;
    private final JdbcClient jdbc;

    UsedNumbers(Terminals terminals, JdbcClient jdbc) {
        this.terminals = terminals;
        this.jdbc = jdbc;
    }

    /// A stretch of numbers, both ends included.
    public record Stretch(long first, long last) {}

    /// What is known.
    ///
    /// @param highest the highest number with an outcome, 0 if there is none
    /// @param missing numbers up to the asked one without an outcome, oldest first
    public record Known(long highest, List<Stretch> missing) {}

    /// Tells what is known of a terminal's numbers.
    ///
    /// @param lastDrawn the last number the terminal says it drew
    public Known of(SerialNo serial, long lastDrawn) {
        TerminalRegister register = terminals.current();
        return register.bySerial(serial)
                .map(terminal -> of(terminal.id().value(), lastDrawn))
                .orElseGet(() -> new Known(0, List.of()));
    }

    private Known of(int terminal, long lastDrawn) {
        long highest =
                jdbc.sql(HIGHEST)
                        .param("terminal", terminal)
                        .query((row, _) -> row.getLong("highest"))
                        .single();
        List<Stretch> missing =
                jdbc.sql(GAPS)
                        .param("terminal", terminal)
                        .param("from", Math.max(lastDrawn - LOOK_BACK, 0))
                        .param("to", lastDrawn)
                        .param("gapsMax", GAPS_MAX)
                        .query((row, _) -> new Stretch(row.getLong("first"), row.getLong("last")))
                        .list();
        return new Known(highest, missing);
    }
}

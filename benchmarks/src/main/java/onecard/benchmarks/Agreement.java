package onecard.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.simulator.Slip;
import onecard.simulator.Slips;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares the terminals' slips with the platform's journal, one to one.
///
/// @param slips how many numbers the terminals drew
/// @param standing how many purchases stand on both sides
/// @param undecided slips whose outcome the terminal does not know
/// @param differences in words, the first few
record Agreement(long slips, long standing, long undecided, List<String> differences) {
    private static final int TOLD_MAX = 20;

    private static final String STANDING =
            """
            select t.serial, p.seq, p.net
              from purchases.purchase p
              join terminals.terminal t on t.id = p.terminal
              left join purchases.voided v on v.purchase = p.number
             where p.kind = 1 and p.result = 0 and v.purchase is null
            """;

    /// A number of a terminal.
    private record Key(String terminal, long seq) {}

    static Agreement of(Path journals, JdbcClient owner) {
        Map<Key, Long> booked = new HashMap<>();
        owner.sql(STANDING)
                .query(row -> {
                    booked.put(new Key(row.getString(1), row.getLong(2)), row.getLong(3));
                });
        var tally = new Tally(booked);
        Slips.read(
                journals, (serial, slip) -> tally.add(new Key(serial.value(), slip.seq()), slip));
        booked.forEach(
                (key, net) -> tally.differ("booked with %d, unknown to %s".formatted(net, key)));
        return new Agreement(tally.slips, tally.standing, tally.undecided, tally.differences);
    }

    private static final class Tally {
        private final Map<Key, Long> booked;
        private final List<String> differences = new ArrayList<>();
        private long slips;
        private long standing;
        private long undecided;

        Tally(Map<Key, Long> booked) {
            this.booked = booked;
        }

        void add(Key key, Slip slip) {
            slips++;
            Long net = booked.remove(key);
            switch (slip.state()) {
                case OPEN, VOIDING -> undecided++;
                case APPROVED, NOT_VOIDED -> {
                    if (net == null || net != slip.standing().cents()) {
                        differ("%s paid %s, booked %s".formatted(key, slip.standing(), net));
                    } else {
                        standing++;
                    }
                }
                case DECLINED, VOIDED, NOTHING_CHARGED, OTHER_CONTENT -> {
                    if (net != null) {
                        differ("%s is %s, booked %d".formatted(key, slip.state(), net));
                    }
                }
            }
        }

        void differ(String what) {
            if (differences.size() < TOLD_MAX) {
                differences.add(what);
            }
        }
    }
}

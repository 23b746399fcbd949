package onecard.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.simulator.Slip;
import onecard.simulator.Slips;
import onecard.wire.Approved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares the terminals' slips with the platform's journal and with the entries of the ledger,
/// one to one.
///
/// @param slips how many numbers the terminals drew
/// @param standing how many purchases stand on both sides
/// @param takenBack how many were taken back, or burnt before they came, on both sides
/// @param undecided slips whose outcome the terminal does not know
/// @param differences in words, the first few
record Agreement(
        long slips, long standing, long takenBack, long undecided, List<String> differences) {
    private static final int TOLD_MAX = 20;

    /// What stands, with what the entries moved to the merchant for it; an entry of a void refers
    /// to the row of the void, so nothing that was taken back comes in.
    private static final String STANDING =
            """
            select t.serial, p.seq, p.number, p.net, coalesce(e.cents, 0)
              from purchases.purchase p
              join terminals.terminal t on t.id = p.terminal
              left join purchases.voided v on v.purchase = p.number
              left join (select cause, sum(cents) as cents
                           from ledger.entry
                          where debit > 0 and kind = 3
                          group by cause) e on e.cause = p.number
             where p.kind = 1 and p.result = 0 and v.purchase is null
            """;

    /// A number of a terminal.
    private record Key(String terminal, long seq) {}

    /// What is booked for it.
    private record Booked(long number, long net, long moved) {}

    static Agreement of(Path journals, JdbcClient owner) {
        Map<Key, Booked> booked = new HashMap<>();
        var tally = new Tally(booked);
        owner.sql(STANDING)
                .query(row -> {
                    var key = new Key(row.getString(1), row.getLong(2));
                    var one = new Booked(row.getLong(3), row.getLong(4), row.getLong(5));
                    if (booked.put(key, one) != null) {
                        tally.differ("booked twice: %s".formatted(key));
                    }
                });
        Slips.read(
                journals, (serial, slip) -> tally.add(new Key(serial.value(), slip.seq()), slip));
        booked.forEach((key, one) -> tally.differ("%s, unknown to %s".formatted(one, key)));
        return new Agreement(
                tally.slips, tally.standing, tally.takenBack, tally.undecided, tally.differences);
    }

    private static final class Tally {
        private final Map<Key, Booked> booked;
        private final List<String> differences = new ArrayList<>();
        private long slips;
        private long standing;
        private long takenBack;
        private long undecided;

        Tally(Map<Key, Booked> booked) {
            this.booked = booked;
        }

        void add(Key key, Slip slip) {
            slips++;
            @Nullable Booked one = booked.remove(key);
            switch (slip.state()) {
                case OPEN, VOIDING, STORED -> undecided++;
                case APPROVED, NOT_VOIDED, REPORTED -> {
                    if (one == null || !isSame(slip, one)) {
                        differ("%s knows %s, booked %s".formatted(key, slip.decision(), one));
                    } else {
                        standing++;
                    }
                }
                case VOIDED, NOTHING_CHARGED -> {
                    takenBack++;
                    expectNothing(key, slip, one);
                }
                case DECLINED, OTHER_CONTENT -> expectNothing(key, slip, one);
            }
            if (slip.state() == Slip.State.OTHER_CONTENT) {
                differ("%s was told that its number is used for something else".formatted(key));
            }
        }

        private void expectNothing(Key key, Slip slip, @Nullable Booked one) {
            if (one != null) {
                differ("%s is %s, booked %s".formatted(key, slip.state(), one));
            }
        }

        private static boolean isSame(Slip slip, Booked one) {
            return slip.standing().cents() == one.net()
                    && one.moved() == one.net()
                    && (slip.state() == Slip.State.REPORTED
                            || slip.decision()
                                    .filter(Approved.class::isInstance)
                                    .filter(yes -> ((Approved) yes).platformNo() == one.number())
                                    .isPresent());
        }

        void differ(String what) {
            if (differences.size() < TOLD_MAX) {
                differences.add(what);
            }
        }
    }
}

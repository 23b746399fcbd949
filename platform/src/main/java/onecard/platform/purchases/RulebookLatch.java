package onecard.platform.purchases;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps trays and changes of limits apart: trays share the latch, a change of the rules that opens
/// a limit holds it alone, until either commits. So a new limit starts with exactly what was bought
/// before.
@Component
class RulebookLatch {
    /// An arbitrary number that no other advisory lock of the platform uses.
    private static final int KEY = 0x07CA_4D01;

    private final JdbcTemplate jdbc;

    RulebookLatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void share() {
        jdbc.query("select pg_advisory_xact_lock_shared(" + KEY + ")", row -> {});
    }

    void hold() {
        jdbc.query("select pg_advisory_xact_lock(" + KEY + ")", row -> {});
    }
}

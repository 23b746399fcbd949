package onecard.platform.purchases;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Owns the roll-up of the journal. Nothing is written into it with a purchase: it follows the
/// journal strand by strand, and the view `purchases.takings` adds what it has not reached yet, so
/// that every reader sees what was committed, all of it and once.
@Repository
class TakingsTable {
    private static final String MARK_DAY = "select purchases.mark_day(?::smallint, ?)";

    private static final String FOLD = "select purchases.fold_takings()";

    private static final String HAS_MERCHANT =
            "select exists (select 1 from purchases.takings where merchant = ?)";

    private static final String HAS_MEAL =
            "select exists (select 1 from purchases.takings where meal = ?)";

    private final JdbcTemplate jdbc;
    private final Map<Integer, LocalDate> days = new ConcurrentHashMap<>();

    TakingsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Sees to it that rows of a tray are found: to be called in its transaction, for every tray.
    /// It costs nothing but on the first tray of a strand on a day.
    void follow(int strand, LocalDate bookedOn) {
        if (bookedOn.equals(days.get(strand))) {
            return;
        }
        jdbc.query(
                MARK_DAY,
                statement -> {
                    statement.setInt(1, strand);
                    statement.setObject(2, bookedOn);
                },
                _ -> {});
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        days.put(strand, bookedOn);
                    }
                });
    }

    /// Forgets which days are marked: the database may be another one from now on.
    void forget() {
        days.clear();
    }

    /// Adds what was committed since the last time.
    ///
    /// @return how many strands there was something of
    int fold() {
        Integer strands = jdbc.queryForObject(FOLD, Integer.class);
        return strands == null ? 0 : strands;
    }

    /// Tells whether anything was ever bought, or refused, at a merchant.
    boolean hasMerchant(int merchant) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_MERCHANT, Boolean.class, merchant));
    }

    /// Tells whether anything was ever bought, or refused, in a meal.
    boolean hasMeal(int meal) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_MEAL, Boolean.class, meal));
    }
}

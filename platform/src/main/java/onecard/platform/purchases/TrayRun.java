package onecard.platform.purchases;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Runs one tray to its end, whatever the database says: again after a lost race, halved around an
/// order that the database refuses, unknown if nobody can say what became of it.
final class TrayRun {
    /// How often a tray that lost a race is run again.
    static final int RACES_MAX = 8;

    private static final Logger LOG = LoggerFactory.getLogger(TrayRun.class);

    private final TrayStore store;
    private final int strand;

    TrayRun(TrayStore store, int strand) {
        this.store = store;
        this.strand = strand;
    }

    List<Outcome> run(List<Order> orders) {
        for (int race = 0; race < RACES_MAX; race++) {
            try {
                return store.inTray(strand, tray -> Kitchen.cook(orders, tray));
            } catch (RuntimeException e) {
                switch (Fault.of(e)) {
                    case LOST_RACE -> LOG.debug("A tray of {} is run again", orders.size());
                    case BAD_DATA -> {
                        return apart(orders, e);
                    }
                    case UNKNOWN -> {
                        LOG.warn("A tray of {} ended unknown: {}", orders.size(), e.toString());
                        return unknown(orders, "database");
                    }
                }
            }
        }
        return orders.size() > 1 ? halves(orders) : unknown(orders, "contention");
    }

    /// One order spoils the tray: it is found by halving, set aside and refused by name; its
    /// neighbours are served.
    private List<Outcome> apart(List<Order> orders, RuntimeException cause) {
        if (orders.size() > 1) {
            return halves(orders);
        }
        return switch (orders.getFirst()) {
            case Order.Sale sale -> List.of(setAside(sale, cause));
            case Order.TakeBack back -> {
                // Money may have to go back: it is never set aside, the terminal keeps asking.
                LOG.error("Void {} cannot be booked", back.id(), cause);
                yield unknown(orders, "not bookable");
            }
        };
    }

    private Outcome setAside(Order.Sale sale, RuntimeException cause) {
        LOG.error("Order {} cannot be booked and is set aside", sale.id(), cause);
        try {
            return store.inTray(strand, tray -> SetAside.refuse(sale, tray));
        } catch (RuntimeException e) {
            LOG.error("Order {} could not even be set aside", sale.id(), e);
            return new Outcome.Unknown("not bookable");
        }
    }

    private List<Outcome> halves(List<Order> orders) {
        int middle = orders.size() / 2;
        var outcomes = new ArrayList<Outcome>(orders.size());
        outcomes.addAll(run(orders.subList(0, middle)));
        outcomes.addAll(run(orders.subList(middle, orders.size())));
        return outcomes;
    }

    private static List<Outcome> unknown(List<Order> orders, String why) {
        return orders.stream().<Outcome>map(_ -> new Outcome.Unknown(why)).toList();
    }

    /// What a failed transaction means.
    enum Fault {
        /// Rolled back for certain; run it again.
        LOST_RACE,
        /// Rolled back for certain, and will be again: something in it cannot be stored.
        BAD_DATA,
        /// It may have been committed. Nobody is answered.
        UNKNOWN;

        static Fault of(RuntimeException e) {
            if (e instanceof LostRace) {
                return LOST_RACE;
            }
            for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    return ofState(sql.getSQLState());
                }
            }
            // What is thrown before the commit, and not by the database, is a fault of ours that an
            // order met: the transaction is rolled back, and the order would meet it again.
            return e instanceof DataAccessException || e instanceof TransactionException
                    ? UNKNOWN
                    : BAD_DATA;
        }

        private static Fault ofState(@Nullable String state) {
            if (state == null) {
                return UNKNOWN;
            }
            return switch (state) {
                case "40P01", "40001", "23505" -> LOST_RACE;
                default -> state.startsWith("22") || state.startsWith("23") ? BAD_DATA : UNKNOWN;
            };
        }
    }
}

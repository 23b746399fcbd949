package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.Ledger;
import onecard.simulator.Watch;
import org.springframework.transaction.support.TransactionTemplate;

/// A bad day, made on purpose: people buy over a network that loses, doubles, delays and reorders,
/// while platform, database and terminals are killed again and again. In the end what the terminals
/// know is compared with what is booked.
final class Storm {
    /// What the platform says of an order that it could not book: here there is no such order.
    private static final List<String> COMPLAINTS =
            List.of("cannot be booked", "could not even be set aside", "ended in a fault");

    private final Plan plan;
    private final Consumer<String> notes;
    private final Map<Blow.Victims, Integer> killed = new EnumMap<>(Blow.Victims.class);
    private final Random random;
    private int openTrays;

    Storm(Plan plan, Consumer<String> notes) {
        this.plan = plan;
        this.notes = notes;
        this.random = new Random(plan.seed());
    }

    /// What shall happen.
    ///
    /// @param data an empty folder; the embedded server's account must be able to enter it
    /// @param purchases the terminals draw at least so many numbers
    /// @param rate purchases begun per second, if the network lets them
    /// @param calm about so long between two blows
    /// @param rounds each process is killed at least so often
    /// @param seed of the network, the blows and the crowd
    record Plan(
            Path data,
            long purchases,
            int terminals,
            int people,
            int rate,
            Duration calm,
            int rounds,
            long seed) {}

    /// What came of it.
    ///
    /// @param openTrays how many kills met an open tray
    /// @param settled whether every terminal knows the end of every number
    /// @param complaints of the platform about orders it could not book
    record Result(
            Map<Blow.Victims, Integer> killed,
            int openTrays,
            String weather,
            boolean settled,
            Agreement agreement,
            BooksReport books,
            List<String> complaints) {
        /// Tells whether nothing was lost and nothing happened twice.
        boolean isExact() {
            return settled
                    && agreement.undecided() == 0
                    && agreement.differences().isEmpty()
                    && books.balanced()
                    && complaints.isEmpty();
        }
    }

    Result rage() throws IOException, InterruptedException {
        boolean settled;
        String weather;
        try (Street street = Street.open(plan)) {
            for (int round = 0; round < plan.rounds() || street.drawn() < plan.purchases(); ) {
                for (Blow blow : Blow.round(round++, random)) {
                    strike(street, blow);
                }
            }
            notes.accept("the network is good again: the terminals finish what is open");
            settled = street.settle();
            weather = street.weather();
        }
        return compare(settled, weather);
    }

    private void strike(Street street, Blow blow) throws IOException, InterruptedException {
        long half = plan.calm().toNanos() / 2;
        Watch.steady().pause(Duration.ofNanos(half + random.nextLong(2 * half)));
        street.strike(blow);
        killed.merge(blow.who(), 1, Integer::sum);
        openTrays += blow.whileATrayIsOpen() ? 1 : 0;
        notes.accept(
                "%d numbers drawn; killed %s, %d times with an open tray"
                        .formatted(street.drawn(), killed, openTrays));
    }

    private Result compare(boolean settled, String weather) throws IOException {
        try (BenchPlatform platform = BenchPlatform.start(platformData(plan), 0, 0)) {
            BooksReport books =
                    platform.door(TransactionTemplate.class)
                            .execute(_ -> platform.door(Ledger.class).verify());
            if (books == null) {
                throw new IllegalStateException("The books were not added up");
            }
            return new Result(
                    Map.copyOf(killed),
                    openTrays,
                    weather,
                    settled,
                    Agreement.of(Street.journals(plan), platform.owner()),
                    books,
                    complaints());
        }
    }

    private List<String> complaints() throws IOException {
        try (Stream<String> lines = Files.lines(plan.data().resolve("platform.log"))) {
            return lines.filter(line -> COMPLAINTS.stream().anyMatch(line::contains)).toList();
        }
    }

    static Path platformData(Plan plan) {
        return plan.data().resolve("platform");
    }
}

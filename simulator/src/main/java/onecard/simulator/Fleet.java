package onecard.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import onecard.vocabulary.SerialNo;

/// Many terminals in one process. Each attends to itself on a virtual thread; those that people
/// visit have a second one.
public final class Fleet implements AutoCloseable {
    private final FleetFile file;
    private final CoapNet net = new CoapNet();
    private final Watch watch;
    private final Map<SerialNo, Terminal> terminals = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /// Opens all journals; nothing is sent yet.
    ///
    /// @param base the folder the file's own `folder` is seen from
    public Fleet(FleetFile file, Path base, Watch watch) {
        this.file = file;
        this.watch = watch;
        Path journals = file.journals(base);
        SplittableRandom random = new SplittableRandom(file.drawnFrom());
        for (FleetFile.Till till : file.terminals()) {
            Terminal terminal = open(till, journals, random.split());
            terminals.put(terminal.setup().serial(), terminal);
        }
        if (terminals.size() != file.terminals().size()) {
            close();
            throw new IllegalArgumentException("Two terminals have one serial number");
        }
    }

    private Terminal open(FleetFile.Till till, Path journals, RandomGenerator random) {
        TerminalSetup setup = till.setup();
        SlipBook book =
                SlipBook.open(
                        journal(setup, journals, Slips.SUFFIX), file.siteZone(), watch.instant());
        var books =
                new TerminalBooks(
                        book,
                        ListBook.open(journal(setup, journals, ListBook.SUFFIX)),
                        ParameterBook.open(journal(setup, journals, ParameterBook.SUFFIX)),
                        SettingsBook.open(journal(setup, journals, SettingsBook.SUFFIX)));
        var doors = new CoapNet.Doors(file.tradeAddresses(), file.recordsAddresses());
        return net.terminal(setup, till.key(), doors, books, watch, random);
    }

    private FileJournal journal(TerminalSetup setup, Path journals, String suffix) {
        return FileJournal.open(journals.resolve(setup.serial() + suffix), file.isSynced());
    }

    /// Switches all terminals on: heartbeats and repetitions, and people at the tills.
    public void start() {
        attend();
        SplittableRandom random = new SplittableRandom(file.drawnFrom() + 1);
        Timetable timetable = file.timetable();
        for (FleetFile.Till till : file.terminals()) {
            RandomGenerator own = random.split();
            if (till.isVisited() && !file.cardsOnly().isEmpty()) {
                Visitors visitors =
                        new Visitors(terminal(till), file.cardsOnly(), timetable, watch, own);
                start("visit-", till, visitors::comeAlways);
            }
        }
    }

    /// Switches all terminals on, but nobody comes by the timetable.
    public void attend() {
        file.terminals().forEach(till -> start("attend-", till, terminal(till)::attendAlways));
    }

    private Terminal terminal(FleetFile.Till till) {
        return Optional.ofNullable(terminals.get(new SerialNo(till.serial()))).orElseThrow();
    }

    private void start(String what, FleetFile.Till till, Runnable work) {
        threads.add(Thread.ofVirtual().name(what + till.serial()).start(work));
    }

    /// Returns the terminals in the order of the file.
    public List<Terminal> terminals() {
        return List.copyOf(terminals.values());
    }

    /// Returns the terminal with this serial number.
    public Optional<Terminal> find(String serial) {
        return SerialNo.exists(serial)
                ? Optional.ofNullable(terminals.get(new SerialNo(serial)))
                : Optional.empty();
    }

    /// Returns the rack of sample cards.
    public List<FleetFile.SampleCard> rack() {
        return file.rack();
    }

    /// Returns the meals by which a day is counted.
    List<Timetable.Meal> meals() {
        return file.timetable().meals();
    }

    /// Switches all terminals off; what is open stays in the journals.
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        terminals.values().forEach(Terminal::close);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        net.close();
    }

    /// Waits until nothing is open at any terminal, but not longer than this.
    ///
    /// @return whether all is told
    public boolean settle(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (Terminal terminal : terminals.values()) {
            long seen = terminal.changes().count();
            while (terminal.lines().unanswered() > 0) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                seen = terminal.changes().await(seen, left, TimeUnit.NANOSECONDS);
            }
        }
        return true;
    }
}

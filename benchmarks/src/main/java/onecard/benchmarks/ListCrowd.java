package onecard.benchmarks;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onecard.platform.terminals.TerminalDesk;
import onecard.simulator.CoapNet;
import onecard.simulator.ListBook;
import onecard.simulator.MemoryJournal;
import onecard.simulator.SlipBook;
import onecard.simulator.Terminal;
import onecard.simulator.TerminalBooks;
import onecard.simulator.TerminalSetup;
import onecard.simulator.Watch;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Codec;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;

/// Virtual terminals that sell nothing and keep lists of cards.
final class ListCrowd implements AutoCloseable {
    private final CoapNet net = new CoapNet();
    private final InetSocketAddress platform;
    private final List<Terminal> terminals = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    ListCrowd(InetSocketAddress platform) {
        this.platform = platform;
    }

    List<Terminal> terminals() {
        return List.copyOf(terminals);
    }

    /// Switches one on that has no list.
    void on(TerminalDesk.Registered key) {
        on(key, new MemoryJournal());
    }

    /// Switches one on that believes to have this version of the allow list.
    void on(TerminalDesk.Registered key, long allowVersion) {
        var journal = new MemoryJournal();
        var empty =
                new ListAnswer(ListKind.ALLOW, 0, allowVersion, List.of(), List.of(), Newest.NONE);
        journal.append("ALLOW " + HexFormat.of().formatHex(Codec.encode(empty)), true);
        on(key, journal);
    }

    private void on(TerminalDesk.Registered key, MemoryJournal lists) {
        SerialNo serial = key.terminal().serial();
        Watch watch = Watch.steady();
        var terminal =
                net.terminal(
                        setup(serial),
                        key.key(),
                        new CoapNet.Doors(List.of(platform), List.of(platform)),
                        TerminalBooks.with(
                                SlipBook.open(new MemoryJournal(), ZoneOffset.UTC, watch.instant()),
                                ListBook.open(lists)),
                        watch,
                        // Their heartbeats shall not come all at once, and the same in every run.
                        new Random(terminals.size()));
        terminals.add(terminal);
        threads.add(Thread.ofVirtual().start(terminal::attendAlways));
    }

    private static TerminalSetup setup(SerialNo serial) {
        return new TerminalSetup(
                serial,
                Optional.empty(),
                "",
                Mode.FREE_AMOUNT,
                Money.ZERO,
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        terminals.forEach(Terminal::close);
        net.close();
    }
}

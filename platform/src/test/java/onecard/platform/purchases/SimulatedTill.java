package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import onecard.simulator.Ending;
import onecard.simulator.Journal;
import onecard.simulator.Link;
import onecard.simulator.Reply;
import onecard.simulator.Slip;
import onecard.simulator.SlipBook;
import onecard.simulator.Terminal;
import onecard.simulator.TerminalSetup;
import onecard.simulator.Watch;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Request;
import org.jspecify.annotations.Nullable;

/// The program of a real terminal in a simulated world, with a cashier, a network and a disk that
/// are not to be relied upon.
final class SimulatedTill {
    /// The power goes while the terminal is at work.
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("power cut", null, false, false);
        }
    }

    private static final Duration OFF_MAX = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(500);

    private final World world;
    private final Weather weather;
    private final Surroundings around;
    private final SerialNo serial;
    private final Disk disk = new Disk();
    private final Duration clockSkew;
    private @Nullable Terminal terminal;
    private boolean atWork;
    private boolean powerGone;
    private int node;

    /// What a till finds around it.
    interface Surroundings {
        /// Returns the nodes.
        List<SimulatedNode> nodes();

        /// Returns a card that somebody holds to the reader.
        CardUid anyCard();

        /// Returns how the till works now.
        Mode anyMode();

        /// Returns what somebody buys.
        Money anyAmount();

        /// Tells whether no more purchases are begun and the network is good.
        boolean isCalm();

        /// Returns how long it is until the next customer.
        Duration untilNext();

        /// Hears that a number was drawn.
        void drawn();
    }

    SimulatedTill(World world, Weather weather, Surroundings around, SerialNo serial, int node) {
        this.world = world;
        this.weather = weather;
        this.around = around;
        this.serial = serial;
        this.node = node;
        this.clockSkew = Duration.ofSeconds(world.random().nextLong(-40_000_000, 40_000_000));
        switchOn();
        world.later(world.upTo(Duration.ofSeconds(5)), this::customer);
        world.later(world.upTo(Duration.ofSeconds(1)), this::attend);
    }

    SerialNo serial() {
        return serial;
    }

    /// Returns every slip on the disk.
    List<Slip> slips() {
        return SlipBook.slipsOf(disk.lines());
    }

    /// Tells whether nothing waits for an answer.
    boolean isDone() {
        return terminal != null
                && terminal.book().open().isEmpty()
                && terminal.book().voiding().isEmpty();
    }

    private void switchOn() {
        powerGone = false;
        var watch = new Clockwork();
        var setup =
                new TerminalSetup(
                        serial,
                        Optional.empty(),
                        "canteen",
                        Mode.FREE_AMOUNT,
                        Money.ofCents(800),
                        0,
                        Duration.ZERO,
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(10));
        terminal =
                new Terminal(
                        setup,
                        SlipBook.open(disk, ZoneOffset.UTC, watch.instant()),
                        new Air(),
                        new Air(),
                        watch,
                        new SplittableRandom(world.random().nextLong()));
    }

    /// The power goes; what was not forced to the disk may be gone as well.
    void cutPower() {
        if (around.isCalm() || terminal == null) {
            return;
        }
        powerGone = true;
        if (!atWork) {
            dark();
        }
    }

    private void dark() {
        world.note(() -> serial + " dark");
        terminal = null;
        disk.losePower();
        world.later(world.upTo(OFF_MAX), this::switchOn);
    }

    /// Does something that may end in the dark.
    private void work(Runnable what) {
        atWork = true;
        try {
            what.run();
        } catch (PowerCut _) {
            powerGone = true;
        } finally {
            atWork = false;
        }
        if (powerGone) {
            dark();
        }
    }

    private void attend() {
        Terminal on = terminal;
        if (on == null || atWork) {
            world.later(SOON, this::attend);
            return;
        }
        var next = new Duration[] {SOON};
        work(() -> next[0] = on.attend());
        world.later(around.isCalm() ? SOON : next[0], this::attend);
    }

    private void customer() {
        Terminal on = terminal;
        if (around.isCalm()) {
            return;
        }
        if (on != null && !atWork) {
            work(() -> {
                on.work(around.anyMode(), around.anyAmount());
                serve(on, around.anyCard(), around.anyAmount());
            });
        }
        world.later(around.untilNext(), this::customer);
    }

    private void serve(Terminal on, CardUid uid, Money amount) {
        long before = on.book().lastSeq();
        var card = new Instrument.Card(uid, false);
        Ending ending = on.purchase(card, amount);
        while (ending instanceof Ending.NoAnswer || ending instanceof Ending.StillOpen) {
            Slip open = on.book().open().orElse(null);
            if (open == null || world.chance(weather.giveUp())) {
                on.giveUp();
                break;
            }
            // The cashier asks for the card again, and with it for the same sale.
            on.work(open.sale().mode(), open.sale().amount());
            ending = on.purchase((Instrument.Card) open.sale().instrument(), open.sale().amount());
        }
        if (on.book().lastSeq() > before) {
            around.drawn();
        }
        boolean paid =
                ending instanceof Ending.Decided(_, var decision) && decision instanceof Approved;
        if (paid && world.chance(weather.cashierVoids())) {
            pause(world.upTo(Duration.ofMinutes(world.chance(100) ? 15 : 1)));
            on.voidLast();
        }
    }

    private void pause(Duration time) {
        world.goOn(() -> powerGone, time);
        if (powerGone) {
            throw new PowerCut();
        }
    }

    /// The terminal's clock; it may be wrong by a year.
    private final class Clockwork implements Watch {
        @Override
        public Instant instant() {
            return world.instant().plus(clockSkew);
        }

        @Override
        public void pause(Duration duration) {
            SimulatedTill.this.pause(duration);
        }
    }

    /// The network.
    private final class Air implements Link {
        private long asked;
        private @Nullable Answer heard;

        @Override
        public Reply ask(Request request, Duration patience) {
            long question = ++asked;
            heard = null;
            SimulatedNode asking = around.nodes().get(node);
            carry(() ->
                    asking.receive(serial, request, answer -> carry(() -> hear(question, answer))));
            world.goOn(() -> heard != null || powerGone, patience);
            if (powerGone) {
                throw new PowerCut();
            }
            if (heard == null) {
                node = (node + 1) % around.nodes().size();
                return new Reply.Silent("nothing came");
            }
            return new Reply.Answered(heard);
        }

        private void hear(long question, Answer answer) {
            if (question == asked && heard == null) {
                heard = answer;
            }
        }

        private void carry(Runnable message) {
            if (around.isCalm()) {
                world.later(Duration.ofMillis(1), message);
                return;
            }
            if (!world.chance(weather.lost())) {
                world.later(world.upTo(weather.delayMax()), message);
            }
            if (world.chance(weather.doubled())) {
                world.later(world.upTo(weather.lateMax()), message);
            }
        }

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
    }

    /// A disk. A line that was not forced to it may be lost with the power, with all after it.
    private final class Disk implements Journal {
        private final List<String> lines = new ArrayList<>();
        private int safe;

        @Override
        public List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void append(String line, boolean durable) {
            cutNowAndThen();
            lines.add(line);
            if (durable) {
                safe = lines.size();
            }
            cutNowAndThen();
        }

        private void cutNowAndThen() {
            boolean often = weather.powerCutEvery().compareTo(Duration.ofMinutes(20)) < 0;
            if (often && !around.isCalm() && world.chance(2)) {
                throw new PowerCut();
            }
        }

        void losePower() {
            int kept = world.random().nextInt(safe, lines.size() + 1);
            lines.subList(kept, lines.size()).clear();
            safe = lines.size();
        }

        @Override
        public void rewrite(List<String> newLines) {
            List<String> kept = List.copyOf(newLines);
            lines.clear();
            lines.addAll(kept);
            safe = lines.size();
        }

        @Override
        public void close() {}
    }
}

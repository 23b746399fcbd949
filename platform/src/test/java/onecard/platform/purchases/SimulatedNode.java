package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import onecard.platform.purchases.ModelStore.Step;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Newest;
import onecard.wire.Request;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;

/// A platform in a simulated world: the real kitchen behind queues without threads.
final class SimulatedNode {
    /// The process ends in the midst of a transaction.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static final Duration RESTART_MAX = Duration.ofSeconds(12);
    private static final int WAITING_MAX = 200;

    private final World world;
    private final Weather weather;
    private final ModelStore store;
    private final Site site;
    private final Told told;
    private final Cooking cooking;
    private final Duration clockSkew;
    private final List<Line> lines = new ArrayList<>();
    private boolean up = true;
    private int life;

    /// Hears of every outcome that leaves a node, and when.
    @FunctionalInterface
    interface Told {
        void told(Order order, Outcome outcome);
    }

    /// Hears which orders a writer puts on a tray, before it runs.
    @FunctionalInterface
    interface Cooking {
        void cooking(int strand, List<Order> orders);
    }

    SimulatedNode(
            World world,
            Weather weather,
            ModelStore store,
            Site site,
            int number,
            Told told,
            Cooking cooking) {
        this.world = world;
        this.weather = weather;
        this.store = store;
        this.site = site;
        this.told = told;
        this.cooking = cooking;
        this.clockSkew = Duration.ofMillis(world.random().nextInt(-400, 401));
        for (int writer = 1; writer <= weather.writers(); writer++) {
            lines.add(new Line(number * 8 + writer));
        }
    }

    private record Ticket(Order order, Consumer<Answer> reply) {}

    /// A message arrives.
    void receive(SerialNo serial, Request request, Consumer<Answer> reply) {
        if (!up) {
            return;
        }
        if (request instanceof StateRequest) {
            site.place(serial)
                    .ifPresent(place ->
                            reply.accept(
                                    new StateAnswer(
                                            List.of(),
                                            store.highest(place.terminal()),
                                            world.instant(),
                                            Newest.NONE)));
            return;
        }
        Instant now = world.instant().plus(clockSkew);
        Optional<Order> order = Talk.order(serial, request, now);
        order.ifPresent(o ->
                lines.get(Math.floorMod(serial.hashCode(), lines.size()))
                        .submit(new Ticket(o, reply)));
    }

    void crash() {
        if (up) {
            world.note(() -> "crash");
            up = false;
            life++;
            lines.forEach(Line::forget);
            world.later(world.upTo(RESTART_MAX), () -> up = true);
        }
    }

    List<Line> lines() {
        return lines;
    }

    /// One writer.
    final class Line {
        private final int strand;
        private final TrayRun run;
        private final Deque<Ticket> waiting = new ArrayDeque<>();
        private boolean busy;

        Line(int strand) {
            this.strand = strand;
            this.run = new TrayRun(store, strand);
        }

        private void submit(Ticket ticket) {
            if (waiting.size() >= WAITING_MAX) {
                ticket.reply().accept(Talk.answer(new Outcome.Busy()));
                return;
            }
            waiting.add(ticket);
            world.later(Duration.ZERO, this::cook);
        }

        private void forget() {
            waiting.clear();
            busy = false;
        }

        /// Takes what waits and runs it, now. Does nothing if it is at work, away, or idle.
        void cook() {
            if (!up || busy || waiting.isEmpty()) {
                return;
            }
            List<Ticket> tray = new ArrayList<>();
            while (tray.size() < weather.trayMax() && !waiting.isEmpty()) {
                tray.add(waiting.remove());
            }
            busy = true;
            int mine = life;
            try {
                List<Order> orders = tray.stream().map(Ticket::order).toList();
                cooking.cooking(strand, orders);
                List<Outcome> outcomes = run.run(orders);
                world.later(world.upTo(weather.cookMax()), () -> serve(tray, outcomes, mine));
            } catch (ModelStore.WouldBlock _) {
                if (mine == life) {
                    tray.reversed().forEach(waiting::addFirst);
                    busy = false;
                    world.later(Duration.ofMillis(1), this::cook);
                }
            } catch (Killed _) {
                crash();
            }
        }

        private void serve(List<Ticket> tray, List<Outcome> outcomes, int mine) {
            if (mine != life) {
                return;
            }
            for (int i = 0; i < tray.size(); i++) {
                Ticket ticket = tray.get(i);
                Outcome outcome = outcomes.get(i);
                world.note(() -> strand + " " + ticket.order().id() + " " + outcome);
                told.told(ticket.order(), outcome);
                ticket.reply().accept(Talk.answer(outcome));
            }
            busy = false;
            cook();
        }
    }

    /// What the database and fate do to whoever is at this step.
    static void fate(World world, Weather weather, Step step) {
        switch (step) {
            case CLAIMED -> {
                if (world.chance(weather.deadlocks())) {
                    throw ModelStore.deadlock();
                }
            }
            case BEFORE_COMMIT, COMMITTED -> {
                if (world.chance(weather.unknown())) {
                    throw ModelStore.lineBroke();
                }
                if (world.chance(weather.unknown() / 4)) {
                    throw new Killed();
                }
            }
            case LOOKED, BEFORE_LOCK, LOCKED, BEFORE_CLAIM -> {}
        }
    }
}

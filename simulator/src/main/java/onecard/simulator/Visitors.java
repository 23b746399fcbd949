package onecard.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;

/// The people who come to one till; now and then the cashier takes a sale back.
final class Visitors {
    private static final int SALES_PER_VOID = 200;

    /// A dish costs 5.00 to 18.00 in steps of 0.50.
    private static final int LEAST_PRICE_STEPS = 10;

    private static final int MOST_PRICE_STEPS = 36;
    private static final int PRICE_STEP_CENTS = 50;

    private final Terminal terminal;
    private final List<FleetFile.SampleCard> rack;
    private final Timetable timetable;
    private final Watch watch;
    private final RandomGenerator random;

    Visitors(
            Terminal terminal,
            List<FleetFile.SampleCard> rack,
            Timetable timetable,
            Watch watch,
            RandomGenerator random) {
        this.terminal = terminal;
        this.rack = rack;
        this.timetable = timetable;
        this.watch = watch;
        this.random = random;
    }

    /// Lets people come until the thread is interrupted, or nobody comes any more.
    void comeAlways() {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Duration> wait = timetable.next(watch.instant(), random);
            if (wait.isEmpty()) {
                return;
            }
            watch.pause(wait.get());
            if (!Thread.currentThread().isInterrupted()) {
                serve();
            }
        }
    }

    /// One person pays, or does not.
    void serve() {
        FleetFile.SampleCard sample = rack.get(random.nextInt(rack.size()));
        Instrument.Card card = new Instrument.Card(new CardUid(sample.uid()), false);
        Money price =
                Money.ofCents(
                        (long) PRICE_STEP_CENTS
                                * random.nextInt(LEAST_PRICE_STEPS, MOST_PRICE_STEPS + 1));
        Ending ending = Cashier.sell(terminal, card, price);
        if (ending instanceof Ending.Decided && random.nextInt(SALES_PER_VOID) == 0) {
            terminal.voidLast();
        }
    }
}

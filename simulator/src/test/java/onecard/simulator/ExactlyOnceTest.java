package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The very class that runs at the till, on a network that loses and a machine that dies.
class ExactlyOnceTest {
    private static final SerialNo SERIAL = new SerialNo("T0000001");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int RUNS = 120;
    private static final int SALES = 30;

    @DisplayName("W-01 D-33 slips and books agree, whatever is lost and whenever the machine dies")
    @ParameterizedTest(name = "loss {0}, death {1}, seed {2}")
    @CsvSource({"0.0, 0.0, 1", "0.2, 0.0, 2", "0.0, 0.1, 3", "0.2, 0.05, 4", "0.6, 0.02, 5"})
    void slips_and_books_agree(double loss, double death, long seed) {
        int died = 0;
        for (int run = 0; run < RUNS; run++) {
            died += oneDay(seed * 1_000_003 + run, loss, death);
        }
        assertThat(died > 0).as("deaths").isEqualTo(death > 0);
    }

    private static int oneDay(long seed, double loss, double death) {
        Random random = new Random(seed);
        VirtualWatch watch = new VirtualWatch();
        LittleBooks books = new LittleBooks();
        MemoryJournal kept = new MemoryJournal();
        int died = 0;
        int sold = 0;
        while (sold < SALES) {
            FaultyWorld world = new FaultyWorld(random, watch, books, SERIAL, loss, death);
            try (Terminal terminal = terminal(world, kept, watch, random)) {
                for (; sold < SALES; sold++) {
                    sell(terminal, random, watch);
                }
            } catch (FaultyWorld.Died _) {
                died++;
                sold++;
            }
        }
        settle(kept, watch, books, random);
        Agreement.between(SERIAL, SlipBook.slipsOf(kept.lines()), books);
        return died;
    }

    /// What a cashier does: taps, taps again or gives up, now and then takes back.
    private static void sell(Terminal terminal, Random random, VirtualWatch watch) {
        Instrument.Card card =
                new Instrument.Card(
                        new CardUid(
                                random.nextInt(9) == 0
                                        ? "040000FF"
                                        : "0400000" + random.nextInt(4)),
                        false);
        Money price = Money.ofCents(100L + random.nextInt(900));
        Ending ending = terminal.purchase(card, price);
        if (!(ending instanceof Ending.Decided)) {
            switch (random.nextInt(4)) {
                case 0 -> terminal.giveUp();
                case 1 -> terminal.attend();
                case 2 -> terminal.purchase(card, price);
                default -> {
                    terminal.attend();
                    terminal.giveUp();
                }
            }
        } else if (random.nextInt(10) == 0) {
            terminal.voidLast();
        }
        watch.pause(Duration.ofSeconds(3));
    }

    /// The network is good again and the machine stays up.
    private static void settle(
            MemoryJournal kept, VirtualWatch watch, LittleBooks books, Random random) {
        FaultyWorld calm = new FaultyWorld(random, watch, books, SERIAL, 0, 0);
        SlipBook book = SlipBook.open(kept, ZONE, watch.instant());
        try (Terminal terminal =
                new Terminal(setup(), book, calm.link(), calm.link(), watch, random)) {
            terminal.attend();
            assertThat(terminal.lines().unanswered()).isZero();
        }
    }

    private static Terminal terminal(
            FaultyWorld world, MemoryJournal kept, VirtualWatch watch, Random random) {
        SlipBook book = SlipBook.open(world.journal(kept), ZONE, watch.instant());
        return new Terminal(setup(), book, world.link(), world.link(), watch, random);
    }

    static TerminalSetup setup() {
        return new TerminalSetup(
                SERIAL,
                Optional.empty(),
                "一食堂",
                Mode.FREE_AMOUNT,
                Money.ZERO,
                0,
                Duration.ZERO,
                Duration.ofSeconds(3),
                Duration.ofSeconds(30));
    }

    static List<Slip> slips(Terminal terminal) {
        return terminal.slips(Long.MAX_VALUE, 1_000);
    }
}

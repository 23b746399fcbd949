package onecard.platform.collection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.platform.House;
import onecard.platform.cards.CardCentre;
import onecard.platform.cards.Channel;
import onecard.platform.cards.SubsidyMode;
import onecard.platform.cards.TopUp;
import onecard.platform.cards.TopUps;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.system.OpenDoor;
import onecard.platform.terminals.NewTerminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.simulator.CoapNet;
import onecard.simulator.Journal;
import onecard.simulator.ListBook;
import onecard.simulator.MemoryJournal;
import onecard.simulator.ParameterBook;
import onecard.simulator.SlipBook;
import onecard.simulator.Terminal;
import onecard.simulator.TerminalBooks;
import onecard.simulator.TerminalSetup;
import onecard.simulator.Watch;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;

/// A canteen with virtual terminals at a platform that runs, and people with cards.
final class Machines implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final House house;
    private final Merchant canteen;
    private final CoapNet net = new CoapNet();
    private final List<Terminal> running = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Machines(House house) {
        this.house = house;
        this.canteen = house.asAdministrator(() -> house.bean(Merchants.class).add("第一食堂"));
    }

    /// A terminal that is registered.
    record Machine(SerialNo serial, String key) {}

    Machine register() {
        SerialNo serial = new SerialNo("OC-8%04d".formatted(NUMBER.incrementAndGet()));
        String key =
                house.asAdministrator(() ->
                        house.bean(TerminalDesk.class)
                                .register(
                                        new NewTerminal(
                                                serial,
                                                Optional.empty(),
                                                serial.value(),
                                                canteen.id(),
                                                Optional.empty()))
                                .key());
        return new Machine(serial, key);
    }

    /// Switches a terminal on, with the lists in a journal.
    Terminal on(Machine machine, Journal lists, int recordsPort) {
        return on(machine, lists, new MemoryJournal(), recordsPort);
    }

    /// Switches a terminal on, with lists and parameters in journals.
    Terminal on(Machine machine, Journal lists, Journal parameters, int recordsPort) {
        return on(machine, lists, parameters, port("authorization"), recordsPort);
    }

    /// Switches a terminal on that trades through another port.
    Terminal onTradePort(Machine machine, int tradePort) {
        return on(machine, new MemoryJournal(), new MemoryJournal(), tradePort, port("collection"));
    }

    private Terminal on(
            Machine machine, Journal lists, Journal parameters, int tradePort, int recordsPort) {
        Watch watch = Watch.steady();
        var records = new InetSocketAddress(InetAddress.getLoopbackAddress(), recordsPort);
        var trade = new InetSocketAddress(InetAddress.getLoopbackAddress(), tradePort);
        Terminal terminal =
                net.terminal(
                        setup(machine.serial()),
                        machine.key(),
                        new CoapNet.Doors(List.of(trade), List.of(records)),
                        new TerminalBooks(
                                SlipBook.open(new MemoryJournal(), ZoneOffset.UTC, watch.instant()),
                                ListBook.open(lists),
                                ParameterBook.open(parameters)),
                        watch,
                        // Its waits vary alike in every run.
                        new Random(1));
        running.add(terminal);
        threads.add(Thread.ofVirtual().start(terminal::attendAlways));
        return terminal;
    }

    Terminal on(Machine machine) {
        return on(machine, new MemoryJournal(), port("collection"));
    }

    /// A heartbeat so seldom that only a hint can be the reason for a look.
    private static TerminalSetup setup(SerialNo serial) {
        return new TerminalSetup(
                serial,
                Optional.empty(),
                "第一食堂",
                Mode.FREE_AMOUNT,
                Money.ZERO,
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofMinutes(10));
    }

    int port(String door) {
        return house.beans(OpenDoor.class).stream()
                .filter(each -> each.name().equals(door))
                .findFirst()
                .orElseThrow()
                .port();
    }

    /// Somebody with a card.
    record Holder(PersonId person, CardUid card) {}

    Holder aHolder() {
        return house.asAdministrator(() -> {
            int number = NUMBER.incrementAndGet();
            var person =
                    house.bean(People.class)
                            .add(
                                    new NewPerson(
                                            Optional.empty(),
                                            "王小" + number,
                                            house.bean(Departments.class).root().id(),
                                            Optional.empty(),
                                            Optional.empty()))
                            .id();
            var card = new CardUid("%08X".formatted(0x04B10000 + number));
            house.bean(CardCentre.class).issue(person, card, Optional.empty());
            return new Holder(person, card);
        });
    }

    /// Somebody with a card and 100.00 of cash.
    Holder richHolder() {
        var holder = aHolder();
        house.asAdministrator(() ->
                house.bean(TopUps.class)
                        .topUp(
                                UUID.randomUUID(),
                                new TopUp(
                                        holder.person(),
                                        Money.ofCents(100_00),
                                        Money.ZERO,
                                        SubsidyMode.ACCUMULATE,
                                        Optional.empty(),
                                        Channel.CASH,
                                        "")));
        return holder;
    }

    /// His cash in cents, as it stands in the books.
    long balance(Holder holder) {
        return house.database()
                .asOwner()
                .sql("select cash from ledger.account where id = :id")
                .param("id", holder.person().value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    void lose(Holder holder) {
        house.asAdministrator(() -> house.bean(CardCentre.class).reportLoss(holder.person()));
    }

    void find(Holder holder) {
        house.asAdministrator(() -> house.bean(CardCentre.class).cancelLoss(holder.person()));
    }

    void off(Terminal terminal) {
        terminal.close();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        running.forEach(Terminal::close);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        net.close();
    }
}

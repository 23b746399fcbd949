package onecard.platform.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.lists.CardList;
import onecard.platform.lists.CardLists;
import onecard.simulator.FileJournal;
import onecard.simulator.LossyProxy;
import onecard.simulator.MemoryJournal;
import onecard.simulator.Terminal;
import onecard.vocabulary.CardUid;
import onecard.wire.Codec;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Lists on their way from the desk into the memory of virtual terminals, over real sockets.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsAtTerminalsTest {
    /// What was promised for terminals that can be reached.
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final CardUid FOREIGN = new CardUid("FFFFFFFF");

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path folder;

    private House house;
    private Machines machines;
    private CardLists lists;
    private Browser administrator;

    @BeforeAll
    void prepare(House started) {
        house = started;
        machines = new Machines(house);
        lists = house.bean(CardLists.class);
        administrator = house.administrator();
    }

    @AfterAll
    void switchOff() {
        machines.close();
    }

    private static boolean allows(Terminal terminal, Machines.Holder holder) {
        return terminal.lists().contains(ListKind.ALLOW, holder.card());
    }

    private static boolean blocks(Terminal terminal, Machines.Holder holder) {
        return terminal.lists().contains(ListKind.BLOCK, holder.card());
    }

    private boolean isUpToDate(Terminal terminal) {
        return terminal.lists().version(ListKind.ALLOW) == lists.newest().allow()
                && terminal.lists().version(ListKind.BLOCK) == lists.newest().block();
    }

    @Test
    @DisplayName(
            "M-144 M-173 M-175 A lost card is blocked by every terminal that can be reached within"
                    + " 5 s, without waiting for a heartbeat, and freed as fast")
    void a_lost_card_is_blocked_at_once() {
        var terminals = Stream.generate(machines::register).limit(5).map(machines::on).toList();
        var holder = machines.aHolder();
        await().atMost(LONG).until(() -> terminals.stream().allMatch(each -> allows(each, holder)));
        machines.lose(holder);
        await().atMost(SOON)
                .until(() ->
                        terminals.stream()
                                .allMatch(each -> blocks(each, holder) && !allows(each, holder)));
        machines.find(holder);
        await().atMost(SOON)
                .until(() ->
                        terminals.stream()
                                .allMatch(each -> allows(each, holder) && !blocks(each, holder)));
        terminals.forEach(machines::off);
    }

    @Test
    @DisplayName("M-144 A terminal that was off gets what changed meanwhile, and no more")
    void a_terminal_that_was_off_gets_what_changed() {
        var machine = machines.register();
        Path file = folder.resolve("lists");
        var holder = machines.aHolder();
        try (var before = machines.on(machine, FileJournal.open(file, false), records())) {
            await().atMost(LONG).until(() -> allows(before, holder) && isUpToDate(before));
        }
        int lines = FileJournal.read(file).size();
        machines.lose(holder);
        try (var after = machines.on(machine, FileJournal.open(file, false), records())) {
            await().atMost(LONG).until(() -> blocks(after, holder) && isUpToDate(after));
        }
        assertThat(FileJournal.read(file)).hasSize(lines + 2);
    }

    private int records() {
        return machines.port("collection");
    }

    @Test
    @DisplayName("M-144 A terminal with a version that is not ours gets the whole list")
    void a_version_that_is_not_ours() {
        var holder = machines.aHolder();
        var journal = new MemoryJournal();
        // A list of another life of the platform, with one card that nobody has.
        journal.append(foreign(), true);
        var terminal = machines.on(machines.register(), journal, records());
        assertThat(terminal.lists().version(ListKind.ALLOW)).isEqualTo(1L << 53);
        await().atMost(LONG).until(() -> allows(terminal, holder) && isUpToDate(terminal));
        assertThat(terminal.lists().contains(ListKind.ALLOW, FOREIGN)).isFalse();
        machines.off(terminal);
    }

    private static String foreign() {
        byte[] answer =
                Codec.encode(
                        new ListAnswer(
                                ListKind.ALLOW,
                                0,
                                1L << 53,
                                List.of(FOREIGN),
                                List.of(),
                                Newest.NONE));
        return "ALLOW " + HexFormat.of().formatHex(answer);
    }

    @Test
    @DisplayName("M-144 M-173 Lists arrive though a fifth of the datagrams is lost")
    void lists_arrive_though_datagrams_are_lost() throws Exception {
        var bad = new LossyProxy.Faults(20, 10, 10, 10, Duration.ofMillis(100));
        try (var proxy =
                new LossyProxy(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), records()),
                        bad,
                        20260901)) {
            var terminal =
                    machines.on(
                            machines.register(), new MemoryJournal(), proxy.address().getPort());
            var many = Stream.generate(machines::aHolder).limit(5).toList();
            // Hints may be lost; then any answer tells.
            await().atMost(LONG)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        terminal.hinted();
                        return many.stream().allMatch(each -> allows(terminal, each));
                    });
            many.forEach(machines::lose);
            await().atMost(LONG)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        terminal.hinted();
                        return many.stream().allMatch(each -> blocks(terminal, each));
                    });
            assertThat(proxy.counts().lost()).isPositive();
            machines.off(terminal);
        }
    }

    @Test
    @DisplayName("M-145 The register says which version each terminal has confirmed")
    void the_register_says_who_is_behind() {
        var machine = machines.register();
        assertThat(state(machine).get("standing").asString()).isEqualTo("UNKNOWN");
        var lost = machines.aHolder();
        machines.lose(lost);
        var holder = machines.aHolder();
        var terminal = machines.on(machine);
        await().atMost(LONG)
                .until(() ->
                        allows(terminal, holder)
                                && blocks(terminal, lost)
                                && state(machine).get("standing").asString().equals("UP_TO_DATE"));
        machines.off(terminal);
        machines.lose(holder);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(state(machine).get("standing").asString()).isEqualTo("BEHIND"));
        JsonNode behind = state(machine);
        assertThat(behind.get("behind").asInt()).isEqualTo(1);
        assertThat(behind.get("confirmed").asLong()).isLessThan(behind.get("wanted").asLong());
        assertThat(behind.get("wanted").asLong()).isEqualTo(lists.newest().block());
    }

    private JsonNode state(Machines.Machine machine) {
        for (JsonNode item : administrator.get("/api/v1/terminals").json().get("items")) {
            if (item.get("serial").asString().equals(machine.serial().value())) {
                return item.get("lists").get("block");
            }
        }
        throw new AssertionError("not listed: " + machine.serial());
    }

    @Test
    @DisplayName("M-146 M-147 By hand a card comes on the allow list and leaves it again")
    void by_hand() {
        var holder = machines.aHolder();
        var browser = house.administrator();
        String path = "/api/v1/people/" + holder.person().value() + "/card-lists";
        assertThat(browser.get(path).json().get("cards").get(0).get("allowed").asBoolean())
                .isTrue();
        var off =
                browser.post(
                        "/api/v1/allow-list",
                        Map.of("personIds", List.of(holder.person().value()), "listed", false));
        assertThat(off.status()).isEqualTo(200);
        assertThat(off.json().get("changed").asInt()).isEqualTo(1);
        var card = browser.get(path).json().get("cards").get(0);
        assertThat(card.get("allowed").asBoolean()).isFalse();
        assertThat(card.get("blocked").asBoolean()).as("it is good all the same").isFalse();
        machines.lose(holder);
        machines.find(holder);
        assertThat(browser.get(path).json().get("cards").get(0).get("allowed").asBoolean())
                .as("what was taken off by hand does not come back by itself")
                .isFalse();
    }

    @Test
    @DisplayName("M-146 By hand several come on the allow list; who has no card is named")
    void several_by_hand() {
        var holder = machines.aHolder();
        var browser = house.administrator();
        String path = "/api/v1/people/" + holder.person().value() + "/card-lists";
        browser.post(
                "/api/v1/allow-list",
                Map.of("personIds", List.of(holder.person().value()), "listed", false));
        var on =
                browser.post(
                        "/api/v1/allow-list",
                        Map.of(
                                "personIds",
                                List.of(holder.person().value(), 999_999),
                                "listed",
                                true));
        assertThat(on.json().get("changed").asInt()).isEqualTo(1);
        assertThat(on.json().get("without").get(0).asInt()).isEqualTo(999_999);
        assertThat(browser.get(path).json().get("cards").get(0).get("allowed").asBoolean())
                .isTrue();
        assertThat(
                        browser.post(
                                        "/api/v1/allow-list",
                                        Map.of("personIds", List.of(), "listed", true))
                                .status())
                .isEqualTo(422);
        var all = browser.get("/api/v1/card-lists").json();
        assertThat(all.get("atIssue").asBoolean()).isTrue();
        assertThat(all.get("items").get(0).get("cards").asInt()).isPositive();
    }

    @Test
    @DisplayName("M-144 A list of 100,000 cards goes block by block, one body for all terminals")
    void a_hundred_thousand_cards() {
        aHundredThousandAllowed();
        long begun = System.nanoTime();
        var terminals = Stream.generate(machines::register).limit(4).map(machines::on).toList();
        await().atMost(LONG)
                .until(() ->
                        terminals.stream()
                                .allMatch(each ->
                                        each.lists().size(ListKind.ALLOW) >= 100_000
                                                && isUpToDate(each)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG);
        var counter = house.bean(ListCounter.class);
        assertThat(counter.since(ListKind.ALLOW, 0)).isSameAs(counter.since(ListKind.ALLOW, 0));
        assertThat(lists.since(CardList.ALLOW, 1).from()).isZero();
        terminals.forEach(machines::off);
        house.database()
                .asOwner()
                .sql("delete from lists.entry where list = 'ALLOW' and octet_length(uid) = 7")
                .update();
        house.database()
                .asOwner()
                .sql("update lists.list set cards = cards - 100000 where name = 'ALLOW'")
                .update();
    }

    private void aHundredThousandAllowed() {
        house.database()
                .asOwner()
                .sql(
                        """
                        with cards as (
                            insert into lists.entry (list, uid, listed, version)
                            select 'ALLOW', decode(lpad(to_hex(i), 14, '0'), 'hex'), true,
                                   l.version + 1
                              from generate_series(1, 100000) i, lists.list l
                             where l.name = 'ALLOW'
                            returning 1
                        ), one as (
                            insert into lists.change (list, version, changed_at, added, removed)
                            select 'ALLOW', version + 1, changed_at, 100000, 0
                              from lists.list
                             where name = 'ALLOW'
                            returning 1
                        )
                        update lists.list
                           set version = version + 1, cards = cards + 100000
                         where name = 'ALLOW'
                        """)
                .update();
    }
}

package onecard.platform.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.gate.Till;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Code;
import onecard.wire.Codec;
import onecard.wire.Decoded;
import onecard.wire.ListAnswer;
import onecard.wire.ParametersAnswer;
import onecard.wire.PurchaseAnswer;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsAnswer.Receipt;
import onecard.wire.RecordsRequest;
import onecard.wire.Resource;
import onecard.wire.StoredRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was shown with a client that nobody here wrote, on a platform that runs.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientTest {
    private static final String WRONG_KEY = "0000000000000000000000000000000000000000000";

    private static final Path PAGE = Path.of("../docs/reference/terminal-protocol.md");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir Path folder;

    private House house;
    private Canteen canteen;
    private final AtomicLong seq = new AtomicLong();
    private boolean bought;

    @BeforeAll
    void prepare(House started) {
        house = started;
        canteen = new Canteen(house);
    }

    static List<String> programs() {
        return ForeignClient.programs();
    }

    /// A new day for the limits, and a moment apart from the purchase before.
    private void nextDay() {
        house.clock().pass(Duration.ofDays(1));
    }

    private ForeignClient client(String program) {
        return new ForeignClient(program, folder);
    }

    private static Approved approved(ForeignClient.Got got) {
        assertThat(got.body()).as(got.said()).isPresent();
        var decoded =
                Codec.decodeAnswer(
                        Resource.PURCHASE,
                        Code.CHANGED.value(),
                        Duration.ofSeconds(60),
                        got.body().orElseThrow());
        assertThat(decoded).as(got.said()).isInstanceOf(Decoded.Understood.class);
        Answer answer = ((Decoded.Understood<Answer>) decoded).message();
        return (Approved) ((PurchaseAnswer) answer).decision();
    }

    private byte[] purchase(long number, long cents) {
        return Codec.encode(Till.purchase(number, cents));
    }

    private ForeignClient.Got posted(String program, int port, byte[] purchase) throws Exception {
        return client(program)
                .post(Canteen.SERIAL.value(), canteen.key, port, "purchase", purchase);
    }

    @ParameterizedTest
    @DisplayName(
            "M-202 M-212 a foreign client buys a meal with its key; asking again books nothing")
    @MethodSource("programs")
    void a_foreign_client_buys_a_meal(String program) throws Exception {
        nextDay();
        int port = canteen.port("authorization");
        long before = canteen.balance();
        long number = seq.incrementAndGet();
        Approved first = approved(posted(program, port, purchase(number, 900)));
        assertThat(first.charged()).isEqualTo(Money.ofCents(810));
        assertThat(first.gross()).isEqualTo(Money.ofCents(900));
        assertThat(first.maskedName()).isEqualTo("张*三");
        assertThat(first.cashLeft().plus(first.subsidyLeft()).cents()).isEqualTo(before - 810);
        assertThat(canteen.balance()).isEqualTo(before - 810);
        long journal = canteen.journal();
        Approved again = approved(posted(program, port, purchase(number, 900)));
        assertThat(again).isEqualTo(first);
        ForeignClient.Got other = posted(program, port, purchase(number, 901));
        assertThat(other.said()).contains("4.09");
        assertThat(canteen.balance()).isEqualTo(before - 810);
        assertThat(canteen.journal()).isEqualTo(journal);
    }

    @ParameterizedTest
    @DisplayName("M-144 a foreign client fetches the allow list, in many blocks, and what changed")
    @MethodSource("programs")
    void a_foreign_client_fetches_lists(String program) throws Exception {
        house.database()
                .asOwner()
                .sql(
                        """
                        insert into lists.entry (list, uid, listed, version)
                        select 'ALLOW', decode(lpad(to_hex(i), 14, '0'), 'hex'), true, 1
                          from generate_series(1, 1000) i
                        on conflict do nothing
                        """)
                .update();
        ListAnswer whole = list(program, "lists/allow");
        assertThat(whole.from()).isZero();
        assertThat(whole.to()).isEqualTo(whole.newest().allowVersion());
        assertThat(whole.added()).hasSizeGreaterThan(1_000).contains(Canteen.CARD);
        ListAnswer rest = list(program, "lists/allow?since=" + whole.to());
        assertThat(rest.from()).isEqualTo(whole.to());
        assertThat(rest.to()).isEqualTo(whole.to());
        assertThat(rest.added()).isEmpty();
        assertThat(list(program, "lists/block?since=0").added()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("M-106 a foreign client uploads a record; sent again it is known")
    @MethodSource("programs")
    void a_foreign_client_uploads_a_record(String program) throws Exception {
        nextDay();
        long before = canteen.balance();
        var sale = Till.purchase(seq.incrementAndGet(), 700);
        var record =
                new StoredRecord(
                        sale.seq(),
                        sale.mode(),
                        sale.instrument(),
                        sale.amount(),
                        sale.terminalTime(),
                        true,
                        false,
                        false,
                        Optional.empty());
        byte[] body = Codec.encode(new RecordsRequest(List.of(record)));
        assertThat(reported(program, body))
                .containsExactly(new Receipt(sale.seq(), RecordsAnswer.Fate.BOOKED));
        assertThat(reported(program, body))
                .containsExactly(new Receipt(sale.seq(), RecordsAnswer.Fate.KNOWN));
        assertThat(canteen.balance()).isEqualTo(before - 700);
    }

    private List<Receipt> reported(String program, byte[] body) throws Exception {
        ForeignClient.Got got =
                client(program)
                        .post(
                                Canteen.SERIAL.value(),
                                canteen.key,
                                canteen.port("collection"),
                                "records",
                                body);
        assertThat(got.body()).as(got.said()).isPresent();
        var decoded =
                Codec.decodeAnswer(
                        Resource.RECORDS,
                        Code.CHANGED.value(),
                        Duration.ofSeconds(60),
                        got.body().orElseThrow());
        assertThat(decoded).as(got.said()).isInstanceOf(Decoded.Understood.class);
        return ((RecordsAnswer) ((Decoded.Understood<Answer>) decoded).message()).receipts();
    }

    private ListAnswer list(String program, String path) throws Exception {
        ForeignClient.Got got =
                client(program)
                        .get(Canteen.SERIAL.value(), canteen.key, canteen.port("collection"), path);
        assertThat(got.body()).as(got.said()).isPresent();
        var decoded =
                Codec.decodeAnswer(
                        path.startsWith("lists/allow") ? Resource.ALLOW_LIST : Resource.BLOCK_LIST,
                        Code.CONTENT.value(),
                        Duration.ofSeconds(60),
                        got.body().orElseThrow());
        assertThat(decoded).as(got.said()).isInstanceOf(Decoded.Understood.class);
        return (ListAnswer) ((Decoded.Understood<Answer>) decoded).message();
    }

    @ParameterizedTest
    @DisplayName("M-098 M-103 a foreign client fetches the parameters it is to work by")
    @MethodSource("programs")
    void a_foreign_client_fetches_parameters(String program) throws Exception {
        long cents = 1_000L + programs().indexOf(program);
        var slot =
                Map.of("weekdays", List.of(1, 5), "from", "11:00", "to", "13:00", "mode", "COUNT");
        Map<String, Object> change =
                Map.of("mode", "FIXED_AMOUNT", "fixedCents", cents, "slots", List.of(slot));
        var body = Map.of("all", true, "change", change);
        var set = house.administrator().post("/api/v1/terminals/parameters", body);
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        var serial = Canteen.SERIAL;
        await().until(() ->
                house.bean(Terminals.class)
                        .wanted(serial)
                        .filter(wanted -> wanted.values().fixedAmount().cents() == cents)
                        .isPresent());
        ForeignClient.Got got =
                client(program)
                        .get(serial.value(), canteen.key, canteen.port("collection"), "parameters");
        assertThat(got.body()).as(got.said()).isPresent();
        var decoded =
                Codec.decodeAnswer(
                        Resource.PARAMETERS,
                        Code.CONTENT.value(),
                        Duration.ofSeconds(60),
                        got.body().orElseThrow());
        assertThat(decoded).as(got.said()).isInstanceOf(Decoded.Understood.class);
        var answer = (ParametersAnswer) ((Decoded.Understood<Answer>) decoded).message();
        assertThat(answer.parameters().fixedAmount().cents()).isEqualTo(cents);
        assertThat(answer.parameters().version()).isEqualTo(answer.newest().parameterVersion());
        assertThat(answer.parameters().plan().orElseThrow().slots().getFirst().mode())
                .isEqualTo(Mode.COUNT);
    }

    @ParameterizedTest
    @DisplayName("M-042 D-51 a wrong key and an unknown serial number get silence and cost nothing")
    @MethodSource("programs")
    void strangers_get_silence(String program) throws Exception {
        int port = canteen.port("authorization");
        long before = canteen.balance();
        long journal = canteen.journal();
        ForeignClient.Got wrongKey =
                client(program)
                        .post(
                                Canteen.SERIAL.value(),
                                WRONG_KEY,
                                port,
                                "purchase",
                                purchase(9_001, 900));
        assertThat(wrongKey.body()).isEmpty();
        ForeignClient.Got unknown =
                client(program)
                        .post(
                                "STRANGER-" + program.substring(12),
                                canteen.key,
                                port,
                                "purchase",
                                purchase(9_002, 900));
        assertThat(unknown.body()).isEmpty();
        assertThat(canteen.balance()).isEqualTo(before);
        assertThat(canteen.journal()).isEqualTo(journal);
    }

    @ParameterizedTest
    @DisplayName(
            "W-01 garbage is 4.00 naming the field, oversize 4.13, other paths 4.04; free of charge")
    @MethodSource("programs")
    void nonsense_gets_its_documented_end(String program) throws Exception {
        int port = canteen.port("authorization");
        long before = canteen.balance();
        long journal = canteen.journal();
        assertThat(post(program, port, "purchase", new byte[] {(byte) 0xA1, 1, 0}))
                .contains("4.00")
                .contains("seq");
        assertThat(post(program, port, "purchase", new byte[] {0x01, 0x02})).contains("4.00");
        assertThat(post(program, port, "purchase", new byte[2_000])).contains("4.13");
        assertThat(post(program, port, "purchase", new byte[60_000])).contains("4.13");
        assertThat(post(program, port, "records", new byte[] {1})).contains("4.04");
        assertThat(post(program, port, "hint", new byte[] {1})).contains("4.04");
        assertThat(canteen.balance()).isEqualTo(before);
        assertThat(canteen.journal()).isEqualTo(journal);
    }

    private String post(String program, int port, String path, byte[] body)
            throws IOException, InterruptedException {
        ForeignClient.Got got =
                client(program).post(Canteen.SERIAL.value(), canteen.key, port, path, body);
        return got.said()
                + got.body().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    @ParameterizedTest
    @DisplayName("M-212 a recorded session that is sent again does nothing")
    @MethodSource("programs")
    void replayed_datagrams_do_nothing(String program) throws Exception {
        nextDay();
        try (Relay relay = new Relay(canteen.port("authorization"))) {
            long before = canteen.balance();
            Approved bought =
                    approved(
                            client(program)
                                    .post(
                                            Canteen.SERIAL.value(),
                                            canteen.key,
                                            relay.port(),
                                            "purchase",
                                            purchase(seq.incrementAndGet(), 500)));
            long journal = canteen.journal();
            assertThat(relay.recorded()).isGreaterThan(3);
            relay.replay();
            relay.replay();
            Approved next =
                    approved(
                            client(program)
                                    .post(
                                            Canteen.SERIAL.value(),
                                            canteen.key,
                                            canteen.port("authorization"),
                                            "purchase",
                                            purchase(later(), 300)));
            assertThat(canteen.journal()).isEqualTo(journal + 1);
            assertThat(canteen.balance())
                    .isEqualTo(before - bought.charged().cents() - next.charged().cents());
        }
    }

    private long later() {
        SiteSettings settings = house.bean(Settings.class).current();
        house.clock().pass(settings.repeatInterval());
        return seq.incrementAndGet();
    }

    @ParameterizedTest
    @DisplayName("M-212 the commands of the protocol's page buy a meal as they stand there")
    @MethodSource("programs")
    void the_commands_of_the_page_work(String program) throws Exception {
        nextDay();
        String commands =
                SHELL.matcher(Files.readString(PAGE))
                        .results()
                        .map(block -> block.group(1))
                        .filter(block -> block.contains("coap-client-openssl"))
                        .findFirst()
                        .orElseThrow()
                        .replace("coap-client-openssl", program)
                        .replace(":8002/", ":" + canteen.port("authorization") + "/");
        long before = canteen.balance();
        // The page's number is one number: the second program gets the decision of the first.
        long after = bought ? before : before - 810;
        bought = true;
        String first = run(commands);
        assertThat(first).matches("a. 00 01 [\\s\\S]*");
        assertThat(canteen.balance()).isEqualTo(after);
        assertThat(decision(run(commands))).isEqualTo(decision(first));
        run(commands.replace("04190384051b", "04190385051b"));
        assertThat(folder.resolve("errors")).content().contains("4.09");
        assertThat(canteen.balance()).isEqualTo(after);
    }

    /// What of an answer is the same whenever it is told: everything before `newest`, key 23.
    private static String decision(String printed) {
        return printed.replaceAll("\\s+", " ").replaceAll(" 17 a[0-9] .*", "");
    }

    /// Runs commands in a shell and returns what they printed to the standard output.
    private String run(String commands) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("answer.cbor"));
        var shell =
                new ProcessBuilder("sh", "-u", "-c", commands)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("errors").toFile());
        shell.environment().putAll(Map.of("SERIAL", Canteen.SERIAL.value(), "KEY", canteen.key));
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }
}

package onecard.platform;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import onecard.platform.demo.Sample;
import onecard.platform.demo.SampleSchool;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Operator;
import onecard.platform.system.Operators;
import onecard.platform.system.PrivateFiles;
import onecard.platform.system.ProductVersion;
import onecard.platform.system.Settings;
import onecard.platform.system.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// A school to look at, on this machine only.
@Command(
        name = "demo",
        description = {
            "Starts a sample school at lunch: 300 people, three canteens, twelve virtual terminals",
            "that buy over the real protocol. For this machine only. Ctrl-C ends it; another start",
            "goes on with the same data."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    static final int USUAL_PORT = 8080;
    private static final String UNIT = "晨光实验学校";

    /// People who come to one virtual terminal in an hour of a meal.
    private static final int SALES_PER_HOUR = 150;

    private static final int CARDS_TOLD = 10;

    /// Where the phone lies in the rack: beside the card that it plays.
    private static final int PHONE_AT = 1;

    @Mixin private Options options = new Options();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "demo-data",
            description = "Where the demonstration keeps its files (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("demo-data");

    @Option(
            names = "--end-after",
            paramLabel = "SECONDS",
            description = "End by itself, so long after it is ready.")
    private @Nullable Integer endAfter;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = options.properties(data);
        properties.put("server.port", options.port(USUAL_PORT));
        properties.put("server.address", "127.0.0.1");
        properties.put("onecard.bind", "127.0.0.1");
        try (Started platform = Started.with(data, properties)) {
            DemoLogin login = DemoLogin.in(data);
            Sample sample = school(platform, login);
            try (FleetProcess fleet = fleet(platform, sample)) {
                platform.endFirst(fleet::close);
                tell(platform, login, sample, fleet);
                stay(platform);
            }
        }
        return 0;
    }

    private void stay(Started platform) throws InterruptedException {
        Integer seconds = endAfter;
        if (seconds == null) {
            platform.endFirst(StartCache.begin()::close);
            platform.await();
        } else {
            platform.await(Duration.ofSeconds(seconds));
        }
    }

    private Sample school(Started platform, DemoLogin login) {
        Operators operators = platform.door(Operators.class);
        Operator operator =
                operators.any()
                        ? operators.named(login.name()).orElseThrow()
                        : operators.addFirst(login.name(), "演示", login.password(), Language.ZH_CN);
        return platform.door(CurrentOperator.class)
                .as(
                        operator,
                        () -> {
                            name(platform);
                            return platform.door(SampleSchool.class).prepare();
                        });
    }

    private static void name(Started platform) {
        Settings settings = platform.door(Settings.class);
        if (settings.current().unitName().isEmpty()) {
            platform.door(TransactionTemplate.class)
                    .executeWithoutResult(_ ->
                            settings.change(site ->
                                    site.withUnit(
                                            UNIT, Wording.SCHOOL, ZoneId.of("Asia/Shanghai"))));
        }
    }

    private FleetProcess fleet(Started platform, Sample sample) {
        Path folder = data.toAbsolutePath().normalize().resolve("fleet");
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("trade", List.of(door(platform, "authorization")));
        file.put("records", List.of(door(platform, "collection")));
        file.put("terminals", sample.fleet().stream().map(DemoCommand::till).toList());
        file.put("cards", rack(sample));
        file.put("meals", sample.meals().stream().map(DemoCommand::meal).toList());
        PrivateFiles.folder(folder);
        PrivateFiles.write(
                folder.resolve("fleet.json"),
                JsonMapper.shared().writeValueAsString(file).getBytes(StandardCharsets.UTF_8));
        return FleetProcess.start(folder);
    }

    /// The cards, and a phone that plays one of them.
    private static List<Object> rack(Sample sample) {
        var rack = new ArrayList<Object>(sample.cards());
        sample.cards().stream()
                .limit(1)
                .forEach(card ->
                        rack.add(
                                PHONE_AT,
                                Map.of(
                                        "uid", card.uid(),
                                        "name", card.name(),
                                        "personNo", card.personNo(),
                                        "emulated", true)));
        return rack;
    }

    private static String door(Started platform, String name) {
        return "127.0.0.1:" + platform.doors().get(name);
    }

    private static Map<String, Object> till(Sample.SampleTerminal terminal) {
        Map<String, Object> till = new LinkedHashMap<>();
        till.put("serial", terminal.serial());
        till.put("key", terminal.key());
        terminal.machineNo().ifPresent(number -> till.put("machineNo", number));
        till.put("merchant", terminal.merchant());
        till.put("mode", terminal.mode());
        till.put("fixedCents", terminal.fixedCents());
        till.put("buys", true);
        return till;
    }

    private static Map<String, Object> meal(Sample.SampleMeal meal) {
        return Map.of(
                "name", meal.name(),
                "from", meal.from().toString(),
                "to", meal.to().toString(),
                "salesPerHour", SALES_PER_HOUR);
    }

    private void tell(Started platform, DemoLogin login, Sample sample, FleetProcess fleet) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String console = "http://localhost:%d/".formatted(platform.webPort());
        Object page = fleet.facts().getOrDefault("page", "");
        if (options.json()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("ready", true);
            facts.put("version", ProductVersion.TEXT);
            facts.put("console", console);
            facts.put("port", platform.webPort());
            facts.put("doors", platform.doors());
            facts.put("name", login.name());
            facts.put("password", login.password());
            facts.put("terminalPage", page);
            facts.put("spareTerminal", sample.spare());
            facts.put("cards", some(sample));
            out.println(JsonMapper.shared().writeValueAsString(facts));
        } else {
            out.println("Onecard " + ProductVersion.TEXT + " is ready: " + UNIT + " has lunch.");
            out.println("  Console            " + console);
            out.println("  Sign in as         " + login.name() + " / " + login.password());
            out.println("  Virtual terminal   " + page);
            out.println("  Ctrl-C ends it; the data stays in " + data);
        }
        out.flush();
    }

    private static List<Sample.SampleCard> some(Sample sample) {
        return sample.cards().stream().limit(CARDS_TOLD).toList();
    }
}

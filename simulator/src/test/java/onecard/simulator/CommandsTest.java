package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onecard.vocabulary.SerialNo;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands as a person or a script runs them, each in a process of its own.
class CommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SerialNo SERIAL = new SerialNo("T0000001");

    @TempDir Path folder;
    private final LittleBooks books = new LittleBooks();
    private final TestPlatform platform = new TestPlatform(books).knows(SERIAL);
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Process::destroyForcibly);
        platform.close();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        started.add(process);
        return process;
    }

    private List<JsonNode> output(Process process) throws Exception {
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            List<JsonNode> all = lines.<JsonNode>map(JSON::readTree).toList();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(folder.resolve("errors"))).isZero();
            return all;
        }
    }

    private Path config(int port, int salesPerHour) throws IOException {
        Path file = folder.resolve("fleet.json");
        Files.writeString(
                file,
                """
                {"folder": "journals", "trade": ["127.0.0.1:%d"], "zone": "%s", "seed": 1,
                 "syncToDisk": false,
                 "terminals": [{"serial": "T0000001", "key": "%s", "machineNo": 1,
                                "merchant": "一食堂", "buys": true}],
                 "cards": [{"uid": "04A1B2C3", "name": "张三", "personNo": "2026001"}],
                 "meals": [{"name": "all day", "from": "00:00", "to": "23:59",
                            "salesPerHour": %d}]}
                """
                        .formatted(port, noonZone(), TestPlatform.KEY, salesPerHour));
        return file;
    }

    /// A place where it is about noon, so that people eat whenever the test runs.
    private static String noonZone() {
        int hour = Watch.steady().instant().atOffset(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(12 - hour).getId();
    }

    @Test
    void a_fleet_says_when_it_is_ready_sells_and_ends_with_its_input() throws Exception {
        Process fleet =
                start(
                        "fleet",
                        "--config",
                        config(platform.address().getPort(), 1_200).toString(),
                        "--until-input-ends");
        BufferedReader lines = fleet.inputReader(StandardCharsets.UTF_8);
        JsonNode ready = JSON.readTree(lines.readLine());
        assertThat(ready.get("ready").asBoolean()).isTrue();
        assertThat(ready.get("terminals").get(0).asString()).isEqualTo("T0000001");
        URI page = URI.create(ready.get("page").asString());
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(page.resolve("/api/terminals?" + page.getQuery()))
                            .build();
            assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> books.claimsOf(SERIAL).size() >= 2);
        fleet.getOutputStream().close();
        assertThat(fleet.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(fleet.exitValue()).isZero();
        List<JsonNode> slips =
                output(start("slips", "--folder", folder.resolve("journals").toString()));
        assertThat(slips).hasSameSizeAs(books.claimsOf(SERIAL).keySet());
        assertThat(slips.getFirst().get("terminal").asString()).isEqualTo("T0000001");
        assertThat(slips.getFirst().get("state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void a_signal_ends_a_fleet_in_order() throws Exception {
        Process fleet =
                start(
                        "fleet",
                        "--config",
                        config(platform.address().getPort(), 1).toString(),
                        "--no-page");
        assertThat(fleet.inputReader(StandardCharsets.UTF_8).readLine()).contains("\"ready\":true");
        fleet.destroy();
        assertThat(fleet.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(fleet.exitValue()).as("ended by SIGTERM").isEqualTo(128 + 15);
    }

    @Test
    void a_load_run_prints_a_line_of_json_per_figure() throws Exception {
        Process load =
                start(
                        "load",
                        "--config",
                        config(platform.address().getPort(), 1).toString(),
                        "--rate",
                        "20",
                        "--seconds",
                        "3",
                        "--warm-up-seconds",
                        "0");
        Map<String, Double> figures = new TreeMap<>();
        for (JsonNode figure : output(load)) {
            figures.put(figure.get("name").asString(), figure.get("value").asDouble());
            assertThat(figure.get("unit").asString()).isNotEmpty();
            assertThat(figure.get("how").asString()).contains("open loop 20/s");
        }
        assertThat(figures).containsEntry("purchases", 60.0).containsEntry("approved", 60.0);
        assertThat(figures).containsKeys("purchase-p50", "purchase-p99", "purchase-p99.9");
        assertThat(books.claimsOf(SERIAL)).hasSize(60);
    }

    @Test
    void a_proxy_says_its_port_and_in_the_end_what_it_did() throws Exception {
        Process proxy =
                start(
                        "proxy",
                        "--to",
                        "127.0.0.1:" + platform.address().getPort(),
                        "--until-input-ends");
        proxy.getOutputStream().close();
        List<JsonNode> lines = output(proxy);
        assertThat(lines.getFirst().get("port").asInt()).isPositive();
        assertThat(lines.getLast().has("lost")).isTrue();
    }

    @Test
    void a_terminal_to_try_by_hand_needs_a_serial_a_key_and_an_address() throws Exception {
        Path key = folder.resolve("key");
        Files.writeString(key, TestPlatform.KEY + "\n");
        Process terminal =
                start(
                        "terminal",
                        "--serial",
                        "T0000001",
                        "--key-file",
                        key.toString(),
                        "--trade",
                        "127.0.0.1:" + platform.address().getPort(),
                        "--folder",
                        folder.resolve("one").toString(),
                        "--card",
                        "04A1B2C3");
        JsonNode ready = JSON.readTree(terminal.inputReader(StandardCharsets.UTF_8).readLine());
        assertThat(ready.get("page").asString()).startsWith("http://127.0.0.1:");
        Process wrong = start("terminal", "--serial", "T0000001");
        assertThat(wrong.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.exitValue()).isEqualTo(2);
    }
}

package onecard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// A subsidy for everybody, in a process that is killed in the midst of it and started again.
class KilledBatchTest {
    private static final int PEOPLE = 20_000;
    private static final long CENTS = 700;
    private static final int READY_SECONDS = 60;
    private static final int LOOK_MILLIS = 5;
    private static final int LOOKS_MAX = 4_000;

    private final Path data = folder();

    /// The server's own account must be able to enter it.
    private static Path folder() {
        try {
            return Files.createTempDirectory(
                    "onecard-batch",
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName(
            "M-152 W-01 a batch whose process is killed goes on after the start: everybody once, the books balance")
    void a_killed_batch_goes_on() throws Exception {
        Path platformData = data.resolve("platform");
        try (Victim platform = platform(platformData)) {
            platform.awaitReady(READY_SECONDS);
            BenchClerk clerk = clerk(platformData);
            // The people of the benchmarks hold more cash than a site lets people top up.
            long revision = clerk.get("/api/v1/settings").get("revision").asLong();
            clerk.patch("/api/v1/settings", revision, Map.of("maxBalanceOf", "CASH"));
            JsonNode started = subsidy(clerk);
            JsonNode seen = inTheMidst(clerk, started);
            platform.kill();
            assertThat(seen.get("state").asString()).isEqualTo("RUNNING");

            platform.restart();
            platform.awaitReady(READY_SECONDS);
            assertThat(granted(platformData)).as("people granted before the kill").isNotEmpty();
            clerk = clerk(platformData);
            clerk.await(started);
            assertThat(granted(platformData))
                    .hasSize(PEOPLE)
                    .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
            JsonNode books = clerk.post("/api/v1/books/verify", Map.of());
            assertThat(books.get("balanced").asBoolean()).as(books.toString()).isTrue();
            assertThat(subsidies(platformData))
                    .isEqualTo(PEOPLE / 2 * BenchSite.SUBSIDY_CENTS + PEOPLE * CENTS);
        }
        FileSystemUtils.deleteRecursively(data);
    }

    private Victim platform(Path platformData) throws IOException {
        return Victim.bench(
                List.of(
                        "platform",
                        "--data",
                        platformData.toString(),
                        "--trade-port",
                        "0",
                        "--records-port",
                        "0",
                        "--people",
                        Integer.toString(PEOPLE),
                        "--terminals",
                        "1"),
                StreetPlatform.READY,
                data.resolve("platform.log"));
    }

    private static BenchClerk clerk(Path platformData) throws IOException, InterruptedException {
        int port = Integer.parseInt(Files.readString(platformData.resolve(StreetPlatform.PORT)));
        return new BenchClerk(port, StreetPlatform.CLERK, StreetPlatform.PASSWORD);
    }

    private static JsonNode subsidy(BenchClerk clerk) throws IOException, InterruptedException {
        return clerk.post(
                "/api/v1/money-batches",
                Map.of(
                        "kind",
                        "SUBSIDY",
                        "amountCents",
                        CENTS,
                        "subsidyMode",
                        "ACCUMULATE",
                        "personIds",
                        List.of()),
                UUID.randomUUID());
    }

    /// Looks until some people have it and others have not.
    private static JsonNode inTheMidst(BenchClerk clerk, JsonNode started)
            throws IOException, InterruptedException {
        var pause = new CountDownLatch(1);
        for (int look = 0; look < LOOKS_MAX; look++) {
            JsonNode job = clerk.get("/api/v1/jobs/" + started.get("jobId").asInt());
            if (job.get("done").asLong() > 0) {
                return job;
            }
            var _ = pause.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The batch does not go on");
    }

    private static JdbcClient owner(Path platformData) throws IOException {
        List<String> login = Files.readAllLines(platformData.resolve(StreetPlatform.OWNER));
        return JdbcClient.create(
                new DriverManagerDataSource(login.get(0), login.get(1), login.get(2)));
    }

    /// How often each person was granted this subsidy, by the journal.
    private static Map<Integer, Integer> granted(Path platformData) throws IOException {
        return Map.copyOf(
                owner(platformData)
                        .sql(
                                """
                                select account, count(*) as times
                                  from ledger.entry
                                 where cents = :cents
                                 group by account
                                """)
                        .param("cents", CENTS)
                        .query((row, _) -> Map.entry(row.getInt("account"), row.getInt("times")))
                        .list()
                        .stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static long subsidies(Path platformData) throws IOException {
        return owner(platformData)
                .sql("select sum(subsidy) as all_of_it from ledger.account where id > 0")
                .query((row, _) -> row.getLong("all_of_it"))
                .single();
    }
}

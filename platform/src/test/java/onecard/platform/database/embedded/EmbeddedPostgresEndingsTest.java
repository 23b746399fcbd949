package onecard.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However a process ends, its server ends in order or the next start mends it, and no row is lost.
class EmbeddedPostgresEndingsTest {

    /// Made once; every test works on a copy.
    private static final Scratch MADE = Scratch.folder();

    private static final int ROWS_BEFORE_THE_CRASH = 1_500_000;

    private final Scratch scratch = MADE.copy();
    private final EmbeddedPostgresSettings settings = scratch.postgres();
    private final Path cluster = settings.folder().resolve("pgdata");
    private final ServerAccount account = ServerAccount.forThisProcess();
    private final List<Process> strangers = new ArrayList<>();

    enum Ending {
        EXCEPTION_IN_MAIN,
        SIGTERM,
        KILL_9;

        void of(ServerProcess process) {
            switch (this) {
                case EXCEPTION_IN_MAIN -> {
                    process.say("throw");
                    process.awaitEnd();
                }
                case SIGTERM -> process.terminate();
                case KILL_9 -> process.kill();
            }
        }
    }

    @BeforeAll
    static void makeTheFiles() {
        EmbeddedPostgres.start(MADE.postgres()).stop();
    }

    @AfterAll
    static void deleteTheFiles() throws Exception {
        MADE.close();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        strangers.forEach(Process::destroyForcibly);
        Postmaster.processes(cluster).forEach(pid -> account.signal("KILL", pid));
        await().until(() -> Postmaster.processes(cluster).isEmpty());
        scratch.close();
    }

    @Test
    void after_an_orderly_stop_the_next_start_finds_the_data() throws SQLException {
        try (RunningPostgres first = EmbeddedPostgres.start(settings)) {
            Sql.run(first.administrator(), "create table kept as select 7 as n");
        }
        assertThat(Postmaster.processes(cluster)).isEmpty();
        assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
        try (RunningPostgres second = EmbeddedPostgres.start(settings)) {
            assertThat(Sql.ask(second.administrator(), "select n from kept")).isEqualTo("7");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_guard_shuts_the_server_down_in_order_after(Ending ending) throws SQLException {
        try (ServerProcess process = ServerProcess.start(settings)) {
            Sql.run(process.login(), "create table kept as select 7 as n");
            assertThat(process.guards()).isNotEmpty();
            ending.of(process);
        }
        awaitOrderlyEnd();
        try (RunningPostgres next = EmbeddedPostgres.start(settings)) {
            assertThat(Sql.ask(next.administrator(), "select n from kept")).isEqualTo("7");
            assertThat(serverLog()).doesNotContain("was not properly shut down");
        }
    }

    @Test
    void the_guard_does_its_work_though_half_of_it_was_killed() {
        try (ServerProcess process = ServerProcess.start(settings)) {
            process.killWithHalfItsGuard(account);
        }
        awaitOrderlyEnd();
    }

    @Test
    void without_the_guard_the_server_outlives_its_process_and_the_next_start_ends_it_first()
            throws SQLException {
        long orphan = orphan();
        assertThat(ProcessHandle.of(orphan)).as("the wrong case: an orphan runs on").isPresent();
        try (RunningPostgres next = EmbeddedPostgres.start(settings)) {
            assertThat(Postmaster.processes(cluster)).isNotEmpty().doesNotContain(orphan);
            assertThat(Sql.ask(next.administrator(), "select count(*) from kept"))
                    .isEqualTo("1000");
            assertThat(serverLog()).doesNotContain("was not properly shut down");
        }
    }

    /// A server whose process and guard were both killed at once.
    private long orphan() throws SQLException {
        try (ServerProcess process = ServerProcess.start(settings)) {
            Sql.run(process.login(), "create table kept as select generate_series(1, 1000) as n");
            process.killWithGuards(account);
        }
        return Postmaster.running(cluster).orElseThrow().pid();
    }

    @Test
    void after_kill_9_of_process_and_server_in_the_midst_of_work_every_row_is_recovered()
            throws SQLException {
        try (ServerProcess process = ServerProcess.start(settings)) {
            Sql.run(
                    process.login(),
                    "checkpoint",
                    "create table kept (n bigint, text text)",
                    "insert into kept select n, 'row ' || n from generate_series(1, "
                            + ROWS_BEFORE_THE_CRASH
                            + ") n");
            process.killWithGuards(account);
            Postmaster.processes(cluster).forEach(pid -> account.signal("KILL", pid));
        }
        assertThat(cluster.resolve("postmaster.pid")).as("the wrong case: left behind").exists();
        try (RunningPostgres next = EmbeddedPostgres.start(settings)) {
            assertThat(Sql.ask(next.administrator(), "select count(*) || ' ' || sum(n) from kept"))
                    .isEqualTo("1500000 1125000750000");
            assertThat(serverLog()).contains("was not properly shut down");
        }
    }

    @Test
    void a_stale_pid_file_that_names_a_process_of_somebody_else_is_no_hindrance() throws Exception {
        leavePidFile(1);
        assertThat(account.owns(Path.of("/proc/1"))).isFalse();
        startsWithTheFileThere();
    }

    @Test
    void a_stale_pid_file_that_names_a_process_of_the_same_account_is_no_hindrance()
            throws Exception {
        long stranger = strangerOfTheSameAccount();
        leavePidFile(stranger);
        assertThat(PlainPostgres.endOf(settings, account))
                .as("the wrong case: left alone, the server refuses")
                .contains("lock file \"postmaster.pid\" already exists");
        startsWithTheFileThere();
        assertThat(ProcessHandle.of(stranger)).as("and the stranger lives").isPresent();
    }

    @Test
    void a_server_that_dies_while_we_live_is_started_again_on_its_port() throws SQLException {
        try (RunningPostgres postgres = EmbeddedPostgres.start(settings)) {
            PostgresLogin login = postgres.administrator();
            Sql.run(login, "create table kept as select 7 as n");
            long before = Postmaster.running(cluster).orElseThrow().pid();
            account.signal("KILL", before);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(Sql.ask(login, "select n from kept")).isEqualTo("7"));
            assertThat(Postmaster.running(cluster).orElseThrow().pid()).isNotEqualTo(before);
        }
        awaitOrderlyEnd();
    }

    @Test
    void connections_still_open_do_not_keep_the_server_from_stopping() throws SQLException {
        try (RunningPostgres postgres = EmbeddedPostgres.start(settings);
                Connection open = Sql.connect(postgres.administrator())) {
            assertThat(open.isValid(1)).isTrue();
            postgres.stop();
            postgres.stop();
            // The log collector leaves a moment after the server it served.
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Postmaster.processes(cluster)).isEmpty());
            assertThat(open.isValid(1)).isFalse();
        }
    }

    @Test
    void a_process_killed_while_it_makes_the_files_leaves_nothing_the_next_one_trips_over()
            throws Exception {
        PostgresPrograms.deleteTree(cluster);
        Process killed = ServerProcess.launch(settings);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> unfinished().anyMatch(each -> Files.exists(each.resolve("base/1"))));
        killed.destroyForcibly().waitFor();
        assertThat(cluster).as("never half made").doesNotExist();
        EmbeddedPostgres.start(settings).stop();
        startsWithTheFileThere();
    }

    @Test
    void half_made_files_go_at_the_next_start() throws Exception {
        Path half = Files.createDirectory(settings.folder().resolve("pgdata.new-4711"));
        Files.writeString(half.resolve("PG_VERSION"), "18");
        PostgresPrograms.deleteTree(cluster);
        EmbeddedPostgres.start(settings).stop();
        assertThat(half).doesNotExist();
    }

    private Stream<Path> unfinished() throws IOException {
        try (Stream<Path> all = Files.list(settings.folder())) {
            return all
                    .filter(each -> each.getFileName().toString().startsWith("pgdata.new-"))
                    .toList()
                    .stream();
        }
    }

    private void startsWithTheFileThere() throws SQLException {
        try (RunningPostgres next = EmbeddedPostgres.start(settings)) {
            assertThat(Sql.ask(next.administrator(), "select 1")).isEqualTo("1");
        }
    }

    private void leavePidFile(long pid) throws Exception {
        Path file = cluster.resolve("postmaster.pid");
        Files.writeString(
                file, pid + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n\nready   \n");
        account.own(file);
    }

    private long strangerOfTheSameAccount() throws Exception {
        Process stranger =
                new ProcessBuilder(account.command(List.of("/bin/sleep", "600"))).start();
        strangers.add(stranger);
        await().until(() -> account.owns(Path.of("/proc/" + stranger.pid())));
        return stranger.pid();
    }

    private void awaitOrderlyEnd() {
        await().atMost(60, TimeUnit.SECONDS)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        Postmaster.processes(cluster).isEmpty()
                                && !Files.exists(cluster.resolve("postmaster.pid")));
    }

    private String serverLog() {
        try (var files = Files.list(cluster.resolve(ServerLog.FOLDER))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

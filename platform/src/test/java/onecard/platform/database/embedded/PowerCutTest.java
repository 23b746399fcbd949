package onecard.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was acknowledged before the power went is there when it comes back.
class PowerCutTest {

    private static final int CUTS = Integer.getInteger("onecard.test.powerCuts", 2);
    private static final int PAYMENTS_BEFORE_THE_CUT = 300;

    private final ServerAccount account = ServerAccount.forThisProcess();
    private final Scratch scratch = Scratch.folder();
    private EmbeddedPostgresSettings settings;
    private Path cluster;
    private DiskImage disk;

    @BeforeEach
    void aDiskFromWhichThePowerCanBeTaken() throws Exception {
        assumeThat(account.dropsRights()).as("only root can mount a disk").isTrue();
        disk = DiskImage.in(scratch);
        settings = EmbeddedPostgresSettings.in(disk.folder().resolve("postgres"));
        cluster = settings.folder().resolve("pgdata");
        try (RunningPostgres postgres = EmbeddedPostgres.start(settings)) {
            Sql.run(postgres.administrator(), "create table payment (n bigint primary key)");
        }
        disk.unmount();
        disk.mount();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        if (disk != null) {
            endServer();
            disk.close();
        }
        scratch.close();
    }

    @Test
    void no_acknowledged_payment_is_lost() throws Exception {
        Set<Long> acknowledged = new ConcurrentSkipListSet<>();
        for (int cut = 0; cut < CUTS; cut++) {
            try (ServerProcess process = ServerProcess.start(settings)) {
                payUntilThePowerGoes(process.login(), acknowledged);
                process.killWithGuards(account);
            }
            endServer();
            disk.unmount();
            disk.mount();
        }
        try (RunningPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(kept(postgres.administrator())).containsAll(acknowledged);
        }
    }

    @Test
    void the_wrong_case_a_server_that_does_not_wait_for_the_disk_loses_them() throws Exception {
        Set<Long> acknowledged = new ConcurrentSkipListSet<>();
        payUntilThePowerGoes(PlainPostgres.withoutFsync(settings, account), acknowledged);
        endServer();
        disk.unmount();
        disk.mount();
        try (RunningPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(kept(postgres.administrator())).doesNotContainAnyElementsOf(acknowledged);
        }
    }

    private void payUntilThePowerGoes(PostgresLogin login, Set<Long> acknowledged) {
        int before = acknowledged.size();
        CompletableFuture<Void> till =
                CompletableFuture.runAsync(() -> pay(login, acknowledged, before));
        await().until(() -> acknowledged.size() >= before + PAYMENTS_BEFORE_THE_CUT);
        disk.cutPower();
        Postmaster.processes(cluster).forEach(pid -> account.signal("KILL", pid));
        till.join();
    }

    /// Pays one after the other until the database is gone.
    private static void pay(PostgresLogin login, Set<Long> acknowledged, int from) {
        try (Connection connection = Sql.connect(login);
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into payment values (?) on conflict do nothing")) {
            for (long n = from; ; n++) {
                insert.setLong(1, n);
                insert.executeUpdate();
                acknowledged.add(n);
            }
        } catch (SQLException e) {
            assertThat(acknowledged).isNotEmpty();
        }
    }

    private void endServer() {
        Postmaster.processes(cluster).forEach(pid -> account.signal("KILL", pid));
        await().until(() -> Postmaster.processes(cluster).isEmpty());
    }

    private static Set<Long> kept(PostgresLogin login) throws SQLException {
        Set<Long> kept = new ConcurrentSkipListSet<>();
        try (Connection connection = Sql.connect(login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select n from payment")) {
            while (rows.next()) {
                kept.add(rows.getLong(1));
            }
        }
        return kept;
    }
}

package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import onecard.platform.database.embedded.Scratch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as the platform gets it: started, prepared, and the last thing to stop.
class DatabaseConfigurationTest {

    /// A bean of a room that still writes while everything stops.
    static final class LateWriter implements DisposableBean {
        static final List<Long> WRITTEN = new ArrayList<>();
        private final JdbcClient jdbc;
        private final TransactionTemplate money;

        LateWriter(DataSource dataSource, TransactionTemplate money) {
            this.jdbc = JdbcClient.create(dataSource);
            this.money = money;
        }

        @Override
        public void destroy() {
            String question = "select count(*) from ledger.entry";
            WRITTEN.add(jdbc.sql(question).query(Long.class).single());
            money.executeWithoutResult(
                    _ -> WRITTEN.add(jdbc.sql(question).query(Long.class).single()));
        }
    }

    @Test
    void a_data_folder_becomes_a_database_that_outlives_every_bean_that_uses_it() throws Exception {
        LateWriter.WRITTEN.clear();
        try (Scratch scratch = Scratch.folder()) {
            Path data = scratch.resolve("data");
            Files.createDirectory(data);
            try (AnnotationConfigApplicationContext context = context(data, Map.of())) {
                Database database = context.getBean(Database.class);
                assertThat(database.owner().user()).isEqualTo("onecard");
                assertThat(rightsOf(database.owner())).isEqualTo("create roles: t, superuser: f");
                assertThat(rightsOf(database.app())).isEqualTo("create roles: f, superuser: f");
                assertThat(context.getBean(ClockGuard.class).mayWrite()).isTrue();
                assertThat(readOnly(context)).isEqualTo("on");
            }
            assertThat(LateWriter.WRITTEN).containsExactly(0L, 0L);
            assertThat(serverOf(data)).as("the server is gone").doesNotExist();

            Path passwords = data.resolve("secrets/database.properties");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                    .isEqualTo("rw-------");
            String before = Files.readString(passwords);
            context(data, Map.of()).close();
            assertThat(Files.readString(passwords)).as("a second start").isEqualTo(before);

            // In our own server a lost file is no loss: the passwords are simply set again.
            Files.delete(passwords);
            context(data, Map.of()).close();
            assertThat(Files.readString(passwords)).isNotEqualTo(before);
        }
    }

    private static Path serverOf(Path data) {
        return data.resolve("postgres/pgdata/postmaster.pid");
    }

    private static String rightsOf(DatabaseLogin login) throws Exception {
        try (var connection = DatabaseCheck.connect(login);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select 'create roles: ' || left(rolcreaterole::text, 1)
                                       || ', superuser: ' || left(rolsuper::text, 1)
                                  from pg_roles where rolname = current_user
                                """)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String readOnly(AnnotationConfigApplicationContext context) {
        DataSource reports = context.getBean("reportDataSource", DataSource.class);
        return JdbcClient.create(reports)
                .sql("show transaction_read_only")
                .query(String.class)
                .single();
    }

    @Test
    void a_foreign_database_is_taken_by_its_address() throws Exception {
        try (Scratch scratch = Scratch.folder();
                TestServer server = TestServer.start();
                TestDatabase database = server.freshDatabase();
                AnnotationConfigApplicationContext context =
                        context(scratch.path(), database.properties())) {
            assertThat(context.getBean(Database.class).app().url())
                    .isEqualTo(database.appLogin().url());
        }
    }

    @Test
    void an_address_that_leads_nowhere_ends_the_start_with_its_line() throws Exception {
        try (Scratch scratch = Scratch.folder()) {
            Map<String, String> nowhere =
                    Map.of("onecard.database-url", "postgresql://o:p@nowhere.invalid/card");
            assertThatThrownBy(() -> context(scratch.path(), nowhere).close())
                    .rootCause()
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageStartingWith("Nobody knows the host in nowhere.invalid;");
        }
    }

    private static AnnotationConfigApplicationContext context(
            Path data, Map<String, String> properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        Map<String, Object> all = new HashMap<>(properties);
        all.put("onecard.data", data.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        context.register(DatabaseConfiguration.class);
        context.registerBean(
                LateWriter.class,
                () ->
                        new LateWriter(
                                context.getBean(DataSource.class),
                                context.getBean("moneyTransactions", TransactionTemplate.class)));
        context.refresh();
        return context;
    }
}

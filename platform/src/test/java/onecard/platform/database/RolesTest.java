package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onecard.platform.database.embedded.Passwords;
import onecard.platform.database.embedded.Scratch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the two working roles come to be on a server that somebody else runs.
@DatabaseTest
class RolesTest {

    private static final String OWNER = "roles_test_owner";
    private static final String NAME = "roles-test";

    private final TestDatabase admin;
    private final Scratch scratch = Scratch.folder();
    private final String password = Passwords.fresh();
    private final DatabaseLogin owner;

    RolesTest(TestDatabase admin) {
        this.admin = admin;
        this.owner = admin.ownerLogin().at(NAME).as(OWNER, password);
    }

    @BeforeEach
    void makeAnEmptyDatabase() {
        run("create role " + OWNER + " login createrole password '" + password + "'");
        run("grant " + OWNER + " to current_user");
        run(
                "create database \""
                        + NAME
                        + "\" owner "
                        + OWNER
                        + " template template0 encoding 'UTF8'");
    }

    @AfterEach
    void leaveNothing() throws Exception {
        TestServer.drop(admin.ownerLogin(), NAME);
        for (String role : List.of("\"roles-test_app\"", "\"roles-test_report\"", OWNER)) {
            run("drop role if exists " + role);
        }
        scratch.close();
    }

    private void run(String command) {
        admin.asOwner().sql(command).update();
    }

    private Database open(String node) {
        return Database.open(
                new DatabaseAddress.External(owner, Optional.empty()), scratch.resolve(node));
    }

    @Test
    void the_first_start_makes_them_and_the_second_finds_them() throws Exception {
        String user;
        try (Database first = open("one")) {
            user = first.app().user();
            assertThat(user).isEqualTo("roles-test_app");
            assertThat(first.report().user()).isEqualTo("roles-test_report");
        }
        try (Database second = open("one");
                var connection = DatabaseCheck.connect(second.app())) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo(user);
        }
    }

    @Test
    void another_node_without_the_passwords_is_told_to_copy_them_and_changes_nothing()
            throws Exception {
        Database first = open("one");
        assertThatThrownBy(() -> open("two"))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("The role roles-test_app exists, but its password is not")
                .hasMessageContaining("copy that file from the other Onecard server")
                .hasMessageContaining("alter role \"roles-test_app\" password");
        assertThat(DatabaseCheck.logsIn(first.app())).isTrue();
        Files.copy(
                scratch.resolve("one").resolve("database.properties"),
                scratch.resolve("two").resolve("database.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(open("two").app()).isEqualTo(first.app());
    }

    @Test
    void an_owner_who_may_not_make_roles_gets_a_script_with_the_exact_commands() throws Exception {
        run("alter role " + OWNER + " nocreaterole");
        Path script = scratch.resolve("one").resolve("create-roles.sql");
        assertThatThrownBy(() -> open("one"))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("The user " + OWNER + " may not make roles")
                .hasMessageContaining("run the commands in " + script)
                .hasMessageContaining("alter role " + OWNER + " createrole");
        for (String command : Files.readAllLines(script)) {
            run(command);
        }
        Database opened = open("one");
        assertThat(DatabaseCheck.logsIn(opened.app())).isTrue();
        assertThat(DatabaseCheck.logsIn(opened.report())).isTrue();
    }

    @Test
    void nodes_that_start_at_the_same_moment_prepare_one_after_the_other() throws Exception {
        Path shared = scratch.resolve("shared");
        RolePasswords.in(shared).of("roles-test_app");
        RolePasswords.in(shared).of("roles-test_report");
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Database>> opened =
                    nodes.invokeAll(
                            Collections.nCopies(4, (Callable<Database>) () -> open("shared")));
            for (Future<Database> each : opened) {
                assertThat(DatabaseCheck.logsIn(each.get().app())).isTrue();
            }
        }
    }
}

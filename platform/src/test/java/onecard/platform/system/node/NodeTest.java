package onecard.platform.system.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.DataFolder;
import onecard.platform.system.MasterKey;
import onecard.platform.system.StartFailure;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@DatabaseTest
class NodeTest {
    private final TestDatabase database;
    private final Clock clock = Clock.systemUTC();

    NodeTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void a_node_keeps_its_number_and_a_new_folder_is_a_new_node(
            @TempDir Path first, @TempDir Path second) throws Exception {
        NodeClaim one = claim(first);
        NodeClaim two = claim(second);
        int number = one.number();
        assertThat(two.number()).isEqualTo(number + 1);
        assertThat(two.strand(7)).isEqualTo(two.number() * 8 + 7);
        one.destroy();
        NodeClaim again = claim(first);
        assertThat(again.number()).isEqualTo(number);
        again.destroy();
        two.destroy();
    }

    @Test
    void a_copied_folder_makes_no_second_node_of_the_same_number(
            @TempDir Path original, @TempDir Path copy) throws Exception {
        NodeClaim one = claim(original);
        FileSystemUtils.copyRecursively(original, copy);
        assertThatThrownBy(() -> claim(copy))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("as node " + one.number());
        one.destroy();
        claim(copy).destroy();
    }

    @Test
    void a_folder_that_does_not_say_which_node_it_is_starts_none(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("node.json"), "{}");
        assertThatThrownBy(() -> claim(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("node.json");
    }

    private NodeClaim claim(Path folder) {
        return new NodeClaim(
                new NodeTable(database.jdbc()),
                database.dataSource(),
                new DataFolder(folder),
                clock);
    }

    @Nested
    class MasterKeys {
        @Test
        void the_key_is_made_once_is_its_owners_alone_and_opens_what_it_sealed(
                @TempDir Path folder, @TempDir Path other) throws IOException {
            MasterKey first = key(folder);
            byte[] sealed = first.seal("x", new byte[] {1, 2, 3});
            assertThat(key(folder).open("x", sealed)).containsExactly(1, 2, 3);
            assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/master.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("secrets")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));

            assertThatThrownBy(() -> key(other))
                    .as("a node without the key of its database")
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("copy that file");
            Files.createDirectories(other.resolve("secrets"));
            Files.writeString(other.resolve("secrets/master.key"), "1 " + "A".repeat(43) + "=\n");
            assertThatThrownBy(() -> key(other))
                    .as("a node with another key")
                    .isInstanceOf(StartFailure.class);
            Files.writeString(other.resolve("secrets/master.key"), "hello\n");
            assertThatThrownBy(() -> key(other))
                    .as("a file without a key")
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("no master key");
        }

        private MasterKey key(Path folder) {
            return new MasterKeyFile(
                    new MasterKeyTable(database.jdbc()), new DataFolder(folder), clock);
        }
    }
}

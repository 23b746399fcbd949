package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One schema, one folder and one history per room, from the lowest floor up.
@DatabaseTest
class MigrationsTest {

    private final TestDatabase database;

    MigrationsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void every_folder_of_migrations_belongs_to_a_room_with_a_place_in_the_order() throws Exception {
        assertThat(folders()).isNotEmpty().isSubsetOf(Migrations.ROOMS);
    }

    @Test
    void every_room_has_a_schema_and_a_history_of_its_own() throws Exception {
        List<String> histories =
                database
                        .asOwner()
                        .sql(
                                """
                                select table_schema from information_schema.tables
                                 where table_name = 'migration'
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(String::valueOf)
                        .toList();
        assertThat(histories).containsExactlyInAnyOrderElementsOf(folders());
        for (String room : histories) {
            assertThat(
                            database.asOwner()
                                    .sql("select bool_and(success) from " + room + ".migration")
                                    .query(Boolean.class)
                                    .single())
                    .isTrue();
        }
    }

    @Test
    void foreign_keys_point_down_and_never_up() {
        List<String> upward =
                database
                        .asOwner()
                        .sql(
                                """
                                select n.nspname || '>' || f.nspname
                                  from pg_constraint k
                                  join pg_class c on c.oid = k.conrelid
                                  join pg_namespace n on n.oid = c.relnamespace
                                  join pg_class t on t.oid = k.confrelid
                                  join pg_namespace f on f.oid = t.relnamespace
                                 where k.contype = 'f'
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(String::valueOf)
                        .filter(arrow -> {
                            List<String> ends = List.of(arrow.split(">", 2));
                            return Migrations.ROOMS.indexOf(ends.getFirst())
                                    < Migrations.ROOMS.indexOf(ends.getLast());
                        })
                        .toList();
        assertThat(upward).isEmpty();
    }

    @Test
    void a_database_that_has_had_all_files_is_left_alone_and_any_other_is_brought_up_to_date()
            throws Exception {
        DatabaseRoles roles =
                new DatabaseRoles(database.appLogin().user(), database.reportLogin().user());
        MigrationMark mark = MigrationMark.of(roles);
        try (var owner = DatabaseCheck.connect(database.ownerLogin());
                var statement = owner.createStatement()) {
            assertThat(mark.isOn(owner)).isTrue();
            statement.execute("alter table ledger.migration rename to hidden");
            Migrations.migrate(owner, roles);
            statement.execute("alter table ledger.hidden rename to migration");

            statement.execute("comment on schema reporting is 'Migrations of an older version'");
            statement.execute("delete from rules.migration; drop schema rules cascade");
            Migrations.migrate(owner, roles);
            assertThat(mark.isOn(owner)).isTrue();
            assertThat(MigrationMark.of(DatabaseRoles.named("others")).isOn(owner)).isFalse();
        }
        assertThat(
                        database.asOwner()
                                .sql("select count(*) from rules.migration")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    private static List<String> folders() throws Exception {
        Path root = Path.of(Migrations.class.getResource("/db/ledger").toURI()).resolveSibling(".");
        try (var all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}

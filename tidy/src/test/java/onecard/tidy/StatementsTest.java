package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatementsTest {
    @Test
    void a_room_asks_only_its_own_tables_and_the_windows() {
        assertThat(JavaFile.main().stream().flatMap(Statements::away)).isEmpty();
    }

    @Test
    void a_migration_stays_in_its_room_and_points_down_only() {
        assertThat(Repository.texts(Statements::isMigration)).isNotEmpty();
        assertThat(Repository.texts(Statements::isMigration).flatMap(Statements::away)).isEmpty();
    }

    @Test
    void each_table_is_written_by_one_class() {
        Map<String, List<String>> writers =
                JavaFile.main().stream()
                        .filter(java -> java.file().path().startsWith("platform/"))
                        .flatMap(java ->
                                Statements.written(java).stream()
                                        .map(table -> Map.entry(table, java.file().name())))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        assertThat(writers).isNotEmpty();
        assertThat(writers.entrySet()).filteredOn(each -> each.getValue().size() > 1).isEmpty();
    }

    @Test
    void every_room_of_the_house_has_a_floor() {
        assertThat(
                        JavaFile.main().stream()
                                .map(JavaFile::room)
                                .filter(room -> !room.isEmpty())
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Statements.FLOORS);
    }

    @Test
    void guests_are_still_guests() {
        assertThat(JavaFile.main())
                .extracting(java -> java.file().name())
                .containsAll(Statements.GUESTS.keySet());
    }

    @Test
    void the_rule_finds_a_statement_that_goes_to_a_neighbour() {
        String text =
                "package onecard.platform.cards; class A { String a = \"select 1 from"
                        + " people.person join cards.card using (id) join reporting.x on true\"; }";
        assertThat(Statements.away(JavaFile.of("A.java", text))).hasSize(1);
    }

    @Test
    void the_rule_finds_a_foreign_key_that_points_up_and_a_view_of_a_neighbours_table() {
        String sql =
                """
                create table cards.card (
                    person integer references people.person (id), -- like purchases.purchase
                    rule integer references rules.rule (id));
                create view reporting.card as select * from ledger.entry;
                select ledger.month_partition('x');
                """;
        var migration = new TextFile("platform/src/main/resources/db/cards/V9__x.sql", sql);
        assertThat(Statements.away(migration))
                .extracting(Breach::line)
                .containsExactlyInAnyOrder(3L, 4L);
    }
}

package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what in the database.
@DatabaseTest
class DatabaseRightsTest {

    private final TestDatabase database;

    DatabaseRightsTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table ledger.mine (n int)",
                "create table reporting.mine (n int)",
                "create table public.mine (n int)",
                "create temporary table mine (n int)",
                "create schema mine",
                "create role mine",
                "alter table ledger.entry add column mine int",
                "drop table ledger.entry",
                "truncate ledger.entry",
                "update ledger.entry set cents = 1",
                "delete from ledger.entry",
                "delete from ledger.migration"
            })
    void the_platform_may_not(String command) {
        assertThatThrownBy(() -> database.jdbc().sql(command).update())
                .rootCause()
                .hasMessageMatching(
                        "(?s)ERROR: (permission denied|must be owner|no schema has been).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from ledger.entry",
                "select * from ledger.account",
                "create table reporting.mine (n int)",
                "create temporary table mine (n int)"
            })
    void reports_may_not(String command) {
        assertThatThrownBy(() -> database.asReport().sql(command).query().listOfRows())
                .rootCause()
                .hasMessageMatching("(?s)ERROR: (permission denied|cannot execute).*");
    }

    @Test
    void reports_see_every_window_in_schema_reporting_and_no_other_table() {
        List<@Nullable String> readable =
                database.asReport()
                        .sql(
                                """
                                select distinct table_schema from information_schema.tables
                                 where has_table_privilege(
                                           quote_ident(table_schema) || '.' || quote_ident(table_name),
                                           'select')
                                   and has_schema_privilege(table_schema, 'usage')
                                   and table_schema not in ('pg_catalog', 'information_schema')
                                """)
                        .query(String.class)
                        .list();
        assertThat(readable).containsExactly("reporting");
        database.asOwner().sql("create view reporting.planted as select 1 as n").update();
        assertThat(
                        database.asReport()
                                .sql("select n from reporting.planted")
                                .query(int.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void strangers_may_not_even_enter() {
        assertThat(
                        database.asOwner()
                                .sql(
                                        "select has_database_privilege('public', current_database(), 'connect')")
                                .query(boolean.class)
                                .single())
                .isFalse();
    }
}

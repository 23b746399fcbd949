package onecard.platform.people;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.department_import`: what an import did to which department.
@Repository
class DepartmentImportTable {
    private static final String NOTE =
            """
            insert into people.department_import (import, department, name_before, name_after)
            values (:import, :department, :before, :after)
            """;

    private static final String OF_IMPORT =
            """
            select department, name_before, name_after
              from people.department_import
             where import = :import
            """;

    private static final String CLEAR =
            """
            delete from people.department_import
             where import = :import
            """;

    private final JdbcClient jdbc;

    DepartmentImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param nameBefore empty if it was added
    record Done(DepartmentId department, Optional<String> nameBefore, String nameAfter) {}

    void note(int importId, Done done) {
        jdbc.sql(NOTE)
                .param("import", importId)
                .param("department", done.department().value())
                .param("before", done.nameBefore().orElse(null))
                .param("after", done.nameAfter())
                .update();
    }

    List<Done> of(int importId) {
        return jdbc.sql(OF_IMPORT)
                .param("import", importId)
                .query((row, _) ->
                        new Done(
                                new DepartmentId(row.getInt("department")),
                                Optional.ofNullable(row.getString("name_before")),
                                row.getString("name_after")))
                .list();
    }

    void clear(int importId) {
        jdbc.sql(CLEAR).param("import", importId).update();
    }
}

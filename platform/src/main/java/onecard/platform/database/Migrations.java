package onecard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Brings every room's schema up to date, floor by floor.
///
/// Each room has a folder `db/<room>` of its own, a schema of its own and a history of its own in
/// that schema, so that rooms can be read, changed and reviewed alone. A migration may point at
/// rooms of lower floors only, since those are there first. In the SQL, `${app}` and `${report}`
/// stand for the names of the two working roles.
public final class Migrations {

    /// From the lowest floor up; a room without a folder is skipped.
    static final List<String> ROOMS =
            List.of(
                    "ledger",
                    "system",
                    "jobs",
                    "receipts",
                    "imports",
                    "people",
                    "photos",
                    "merchants",
                    "cards",
                    "lists",
                    "rules",
                    "terminals",
                    "gate",
                    "faces",
                    "purchases",
                    "authorization",
                    "collection",
                    "reports");

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /// Migrates all rooms on the owner's connection. The caller keeps other nodes away meanwhile.
    static void migrate(Connection owner, DatabaseRoles roles) throws SQLException {
        MigrationMark mark = MigrationMark.of(roles);
        if (mark.isOn(owner)) {
            return;
        }
        prepareReporting(owner, roles);
        DataSource dataSource = new SingleConnectionDataSource(owner, true);
        List<String> rooms = ROOMS.stream().filter(Migrations::hasFolder).toList();
        if (rooms.isEmpty()) {
            throw new IllegalStateException("The class path holds no folder db/<room>");
        }
        rooms.forEach(room -> migrate(room, dataSource, roles));
        mark.put(owner);
    }

    /// Everything in this schema is a window for reports, so the grant is given once and for all.
    private static void prepareReporting(Connection owner, DatabaseRoles roles)
            throws SQLException {
        String report = Names.quoted(roles.report());
        try (Statement statement = owner.createStatement()) {
            statement.execute("create schema if not exists reporting");
            statement.execute("grant usage on schema reporting to " + report);
            statement.execute(
                    "alter default privileges in schema reporting grant select on tables to "
                            + report);
        }
    }

    private static boolean hasFolder(String room) {
        return Migrations.class.getResource("/db/" + room) != null;
    }

    private static void migrate(String room, DataSource owner, DatabaseRoles roles) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(owner)
                        .schemas(room)
                        .defaultSchema(room)
                        .table("migration")
                        .locations("classpath:db/" + room)
                        .placeholders(
                                Map.of(
                                        "app", Names.quoted(roles.app()),
                                        "report", Names.quoted(roles.report())))
                        .cleanDisabled(true)
                        .load();
        try {
            int done = flyway.migrate().migrationsExecuted;
            if (done > 0) {
                LOG.info("Room {}: {} migrations", room, done);
            }
        } catch (FlywayException e) {
            throw new DatabaseFailure(
                    "The tables of room "
                            + room
                            + " cannot be brought up to date; nothing of the failed step is left in"
                            + " the database. Start the former version again and report: "
                            + e.getMessage(),
                    e);
        }
    }
}

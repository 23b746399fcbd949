package onecard.platform.reports.catalogue;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as reports see it: by the role of reports, all of one report as of one moment.
@Component
public class ReportDatabase {
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    ReportDatabase(@Qualifier("reportDataSource") DataSource pool) {
        this.jdbc = JdbcClient.create(pool);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(pool));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// Reads a report.
    public <T> T asOfNow(Function<JdbcClient, T> report) {
        T read = snapshot.execute(_ -> report.apply(jdbc));
        if (read == null) {
            throw new IllegalStateException("A report ended without a result");
        }
        return read;
    }
}

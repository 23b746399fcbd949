package onecard.platform.ledger;

import java.time.Clock;
import java.util.List;
import onecard.platform.database.BooksCheck;
import onecard.platform.database.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds the books up after every test that has a database.
public final class BooksBalance implements BooksCheck {
    @Override
    public void check(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        var accounts = new AccountTable(jdbc, new JdbcTemplate(database.dataSource()));
        BooksReport report = new BooksAudit(jdbc, accounts, List.of(), Clock.systemUTC()).run();
        if (!report.balanced()) {
            throw new AssertionError("The books do not balance: " + report);
        }
    }
}

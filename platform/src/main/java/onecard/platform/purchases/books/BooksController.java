package onecard.platform.purchases.books;

import java.util.Map;
import onecard.platform.ledger.BooksReport;
import onecard.platform.purchases.books.BooksWords.BooksState;
import onecard.platform.purchases.books.BooksWords.BooksVerified;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Settings;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows whether the books balance, and has them added up anew.
@RestController
@RequestMapping("/api/v1/books")
class BooksController {
    private static final ProblemKind VERIFYING = new ProblemKind("books-being-verified", 409);

    private final BooksWatch watch;
    private final BooksWords words;
    private final Settings settings;
    private final CurrentOperator current;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    BooksController(
            BooksWatch watch,
            BooksWords words,
            Settings settings,
            CurrentOperator current,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.watch = watch;
        this.words = words;
        this.settings = settings;
        this.current = current;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Needs(Permission.SEE_TODAY)
    @GetMapping
    BooksState readBooks() {
        return words.state(watch.state(), current.language(), settings.current().zone());
    }

    @Needs(Permission.VERIFY_BOOKS)
    @PostMapping("/verify")
    BooksVerified verifyBooks() {
        BooksReport report = watch.verify().orElseThrow(() -> Problem.of(VERIFYING));
        transaction.executeWithoutResult(_ ->
                audit.record(
                        "purchases.books-verified",
                        "books",
                        Map.of("balanced", report.balanced(), "entries", report.entries())));
        return words.report(report, current.language());
    }
}

package onecard.platform.purchases.books;

import java.time.LocalDate;
import java.time.LocalTime;
import onecard.platform.system.DailyJob;
import org.springframework.stereotype.Component;

/// Adds up all entries once a night, so that a change to an old one does not stay unseen.
@Component
class BooksByNight implements DailyJob {
    private static final LocalTime FROM = LocalTime.of(3, 30);

    private final BooksWatch watch;

    BooksByNight(BooksWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "verify-books";
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    /// What is found is logged and shown by the watch; somebody who verifies right now does the
    /// same work.
    @Override
    public void run(LocalDate day) {
        watch.verify();
    }
}

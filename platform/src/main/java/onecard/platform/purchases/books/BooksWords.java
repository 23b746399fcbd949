package onecard.platform.purchases.books;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.BooksReport;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import org.springframework.stereotype.Component;

/// Says what is known of the books, in somebody's language.
@Component
class BooksWords {
    private final Messages messages;

    BooksWords(Messages messages) {
        this.messages = messages;
    }

    /// Whether the books balance, as last seen.
    ///
    /// @param differenceCents the sum over all accounts
    /// @param asOfEntry the newest entry that was added up
    /// @param firstBad the first entry that does not fit
    record BooksState(
            boolean balanced,
            long differenceCents,
            String asOfEntry,
            long entries,
            OffsetDateTime checkedAt,
            Optional<String> firstBad) {}

    /// What adding up everything brought to light.
    record BooksVerified(
            boolean balanced,
            long differenceCents,
            long entries,
            long accounts,
            List<CheckItem> checks,
            long tookMs) {}

    /// One check.
    ///
    /// @param name stable, for programs
    /// @param title what must hold, in the caller's language
    /// @param found the first bad entry or account
    record CheckItem(String name, String title, boolean ok, Optional<String> found) {}

    BooksState state(BooksStateTable.State state, Language language, ZoneId zone) {
        return new BooksState(
                state.balanced(),
                state.difference().cents(),
                state.asOf(),
                state.entries(),
                state.checkedAt().atZone(zone).toOffsetDateTime(),
                state.bad().map(bad -> found(bad.check(), bad.values(), language)));
    }

    BooksVerified report(BooksReport report, Language language) {
        return new BooksVerified(
                report.balanced(),
                report.difference().cents(),
                report.entries(),
                report.accounts(),
                report.checks().stream().map(check -> item(check, language)).toList(),
                report.took().toMillis());
    }

    private CheckItem item(BooksReport.Check check, Language language) {
        return new CheckItem(
                check.name(),
                messages.say(language, "books." + check.name() + ".title"),
                check.found().isEmpty(),
                check.found().map(_ -> found(check.name(), check.values(), language)));
    }

    private String found(String check, Map<String, Object> values, Language language) {
        return messages.say(language, "books." + check + ".found", values);
    }
}

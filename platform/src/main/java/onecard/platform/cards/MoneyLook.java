package onecard.platform.cards;

import java.time.LocalDate;
import onecard.platform.imports.ImportLine;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.People;
import org.springframework.stereotype.Component;

/// Where tables of money look.
@Component
record MoneyLook(
        People people,
        Ledger ledger,
        AccountStateTable states,
        CardIssueTable issues,
        ImportVersionTable versions) {
    /// How a kind of table is read and what its rows do.
    interface Rules {
        /// Returns what a row says.
        MoneyCells.Read read(ImportLine line);

        /// Returns what a line does, or throws the problem that is in the way.
        LinePlan plan(BatchLine line, Balances before);

        /// Returns which import versions are used up.
        ImportVersionTable.Kind versions();

        LocalDate today();

        default boolean grants() {
            return versions() == ImportVersionTable.Kind.TOP_UP;
        }
    }
}

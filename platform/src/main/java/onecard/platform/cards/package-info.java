/// Cards and what is done with them at the desk: issue, account states, top-ups and subsidies with
/// their expiry, and the person's page that shows both.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "ledger",
            "imports",
            "sheets",
            "jobs",
            "receipts",
            "system",
            "database"
        })
@NullMarked
package onecard.platform.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

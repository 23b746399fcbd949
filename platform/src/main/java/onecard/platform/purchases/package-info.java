/// The kitchen: one place where purchases are decided and booked, whichever door they came through.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "merchants",
            "terminals",
            "cards",
            "ledger",
            "rules",
            "receipts",
            "system",
            "database"
        })
@NullMarked
package onecard.platform.purchases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

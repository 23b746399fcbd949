/// The books: accounts, entries and nothing else. Every balance changes by [Ledger#post] and by no
/// other way; the database refuses what would not balance.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package onecard.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Receipts (小票): what a desk did, on paper. Rooms above offer what stands on them; this room lays
/// it out, counts the prints, and brings it to a printer. Money never waits for paper.
@ApplicationModule(allowedDependencies = {"system", "database"})
@NullMarked
package onecard.platform.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

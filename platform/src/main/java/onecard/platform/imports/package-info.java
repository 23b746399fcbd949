/// Imports that can be trusted (`W-14`): upload, columns, preview of every row's effect, one
/// transaction, what failed to download, undo. What is imported the rooms above know.
@ApplicationModule(allowedDependencies = {"jobs", "sheets", "system", "database"})
@NullMarked
package onecard.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

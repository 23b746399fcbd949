/// Long work: what takes longer than a page waits is asked for here, runs behind the console, tells
/// how far it is, can be cancelled, survives the end of the process, and keeps its result.
@ApplicationModule(allowedDependencies = {"system", "database"})
@NullMarked
package onecard.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

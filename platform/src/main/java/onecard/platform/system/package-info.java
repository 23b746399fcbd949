/// What every other room leans on and nobody comes to see: settings, operators and what each may
/// do, the audit trail, problems in the caller's language, the live feed, the master key, this
/// node.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package onecard.platform.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

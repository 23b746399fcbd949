/// The database: our own server or somebody else's, its roles, its migrations, its pools.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package onecard.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

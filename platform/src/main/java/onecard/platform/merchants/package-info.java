/// Where people eat and when: merchants, outlets and meal periods.
@NullMarked
@ApplicationModule(allowedDependencies = {"system", "database"})
package onecard.platform.merchants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

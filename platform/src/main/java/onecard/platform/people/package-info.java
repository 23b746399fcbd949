/// Who eats: people, departments and groups.
@NullMarked
@ApplicationModule(allowedDependencies = {"system", "database"})
package onecard.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Who eats here: departments, people and the groups that rules, terminals and imports name.
@ApplicationModule(allowedDependencies = {"imports", "sheets", "system", "database"})
@NullMarked
package onecard.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

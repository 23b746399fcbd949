/// Portraits (相片) of people: found, cropped and checked, kept sealed with a key per person.
@ApplicationModule(allowedDependencies = {"people", "jobs", "system", "database"})
@NullMarked
package onecard.platform.photos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

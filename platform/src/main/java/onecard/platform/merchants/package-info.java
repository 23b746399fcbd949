/// Who sells, where, and when it is mealtime: merchants, their outlets, the meal periods and the
/// business day.
@ApplicationModule(allowedDependencies = {"system", "database"})
@NullMarked
package onecard.platform.merchants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

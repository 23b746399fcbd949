/// The register of payment terminals (设备登记): which serial number stands where, with which key, and
/// when it was last heard; and by which parameters it is to work.
@NullMarked
@ApplicationModule(allowedDependencies = {"cards", "lists", "merchants", "system", "database"})
package onecard.platform.terminals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// What managers and accountants read: the day at a glance, the daily purchase summary. It sees the
/// views of schema `reporting`, with a role that can see nothing else, and writes nothing.
@ApplicationModule(allowedDependencies = {"system", "database"})
@NullMarked
package onecard.platform.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

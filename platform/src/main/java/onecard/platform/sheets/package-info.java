/// Tables as people bring them: `.xlsx`, `.xls` and `.csv`, read row by row in bounded memory
/// however hostile the file is, and written so that no name is ever taken for a formula.
@ApplicationModule(allowedDependencies = {"system"})
@NullMarked
package onecard.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

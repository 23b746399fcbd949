@NullMarked
package onecard.platform.database;

import org.jspecify.annotations.NullMarked;

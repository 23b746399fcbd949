@NullMarked
package onecard.platform.database.embedded;

import org.jspecify.annotations.NullMarked;

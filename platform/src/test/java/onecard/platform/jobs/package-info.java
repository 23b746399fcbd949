@NullMarked
package onecard.platform.jobs;

import org.jspecify.annotations.NullMarked;

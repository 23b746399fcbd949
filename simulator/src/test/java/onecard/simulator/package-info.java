@NullMarked
package onecard.simulator;

import org.jspecify.annotations.NullMarked;

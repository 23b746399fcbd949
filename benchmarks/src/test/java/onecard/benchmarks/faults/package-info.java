@NullMarked
package onecard.benchmarks.faults;

import org.jspecify.annotations.NullMarked;

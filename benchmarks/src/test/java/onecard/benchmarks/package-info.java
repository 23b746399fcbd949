@NullMarked
package onecard.benchmarks;

import org.jspecify.annotations.NullMarked;

/// The test of the tests: faults are planted in the code, one at a time, and each must be found.
@NullMarked
package onecard.benchmarks.faults;

import org.jspecify.annotations.NullMarked;

/// Measurements by command: `./onecard bench …`. Every figure ends as one JSON line with its name,
/// value, unit and how it was measured.
@NullMarked
package onecard.benchmarks;

import org.jspecify.annotations.NullMarked;

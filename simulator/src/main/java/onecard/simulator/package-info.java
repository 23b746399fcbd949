/// Terminals made of software: one, or five hundred, on a timetable of meals. Begin at [Terminal]
/// for what a terminal does, at [Fleet] for many of them, at [Main] for the commands.
@NullMarked
package onecard.simulator;

import org.jspecify.annotations.NullMarked;

/// The desk bridge: a small program on the clerk's PC that lends its card reader (PC/SC) and its
/// receipt printer to the console in the browser. Begin at [Main] for the commands, at [DeskPages]
/// for what a page may ask.
@NullMarked
package onecard.bridge;

import org.jspecify.annotations.NullMarked;

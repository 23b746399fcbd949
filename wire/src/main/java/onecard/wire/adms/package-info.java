/// The published protocol of face terminals that call the platform themselves (ZKTeco PUSH, also
/// called ADMS, attendance flavour) as a library: bytes ↔ messages. It knows no socket, no clock
/// and no database. Begin at [AdmsReader] for what a device says, at [AdmsCommand] for what it is
/// told.
@NullMarked
package onecard.wire.adms;

import org.jspecify.annotations.NullMarked;

/// The terminal protocol as a library: bytes ↔ messages. It knows no socket, no clock, no database
/// and no framework. Begin at [Message] for what can be said, at [Codec] for how it looks as bytes,
/// at [Resource] for where it is said.
@NullMarked
package onecard.wire;

import org.jspecify.annotations.NullMarked;

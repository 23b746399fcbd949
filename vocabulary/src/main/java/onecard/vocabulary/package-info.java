/// Words used on the wire *and* in the books. A type may enter only if both `wire` and a room of
/// the platform use it; none has behaviour beyond its own invariants; at most twelve types.
@NullMarked
package onecard.vocabulary;

import org.jspecify.annotations.NullMarked;

/// The way in for terminals: CoAP over DTLS with a key per terminal. What comes through is a
/// message of the protocol and the name of the terminal that sent it; nothing behind this room sees
/// a datagram, a session or the library that handles them.
@NullMarked
@ApplicationModule(allowedDependencies = {"terminals", "lists", "merchants", "system"})
package onecard.platform.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

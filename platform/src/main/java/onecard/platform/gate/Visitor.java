package onecard.platform.gate;

import java.time.Instant;
import onecard.vocabulary.SerialNo;

/// Who sent a message: proved by the key of the session.
///
/// @param terminal the terminal
/// @param address from where, for people to read
/// @param arrivedAt when the first copy of the message came
public record Visitor(SerialNo terminal, String address, Instant arrivedAt) {}

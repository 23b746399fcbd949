package onecard.wire.adms;

import onecard.vocabulary.SerialNo;

/// What a stranger's request turned out to be. Nothing else comes out of the [AdmsReader], whatever
/// goes in.
public sealed interface AdmsDecoded {
    /// A message of a device that gives this serial number as its own.
    record Understood(SerialNo serial, AdmsRequest request) implements AdmsDecoded {}

    /// Not a message.
    ///
    /// @param reason what was expected
    record Malformed(String reason) implements AdmsDecoded {}

    /// A path that this flavour of the protocol does not have, or that is not offered.
    record NoSuchPath() implements AdmsDecoded {}
}

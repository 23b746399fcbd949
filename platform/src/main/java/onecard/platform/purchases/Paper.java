package onecard.platform.purchases;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import onecard.vocabulary.Instrument;

/// An instrument as it is stored and compared: what kind, and its bytes. Never a PIN, never a pay
/// code.
///
/// @param kind 1 card, 2 emulated card, 3 face, 4 number and PIN, 5 QR, 0 none
/// @param hex the card's serial number, the face's or the person's number, in hex digits
record Paper(int kind, String hex) {
    static final Paper NONE = new Paper(0, "");

    static Paper of(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Card(var uid, var emulated) -> new Paper(emulated ? 2 : 1, uid.hex());
            case Instrument.Face(var enrolNo, _) -> new Paper(3, hexOf(enrolNo));
            case Instrument.NumberAndPin(var personNo, _) -> new Paper(4, hexOf(personNo));
            case Instrument.QrToken _ -> new Paper(5, "");
        };
    }

    /// Reads back what is stored.
    static Paper of(int kind, byte[] bytes) {
        return new Paper(kind, HexFormat.of().withUpperCase().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static String hexOf(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}

package onecard.vocabulary;

import java.util.HexFormat;
import java.util.Locale;

/// The serial number burnt into a card (物理卡号): 4, 7 or 10 bytes, kept as upper-case hex digits.
///
/// @param hex 8, 14 or 20 hex digits
public record CardUid(String hex) {
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    public CardUid {
        if (!exists(hex)) {
            throw new IllegalArgumentException(
                    "A card serial is 8, 14 or 20 hex digits, not \"" + hex + "\"");
        }
        hex = hex.toUpperCase(Locale.ROOT);
    }

    /// Tells whether this can be a card serial.
    public static boolean exists(String hex) {
        boolean digits = hex.length() % 2 == 0 && exists(hex.length() / 2);
        for (int i = 0; digits && i < hex.length(); i++) {
            digits = HexFormat.isHexDigit(hex.charAt(i));
        }
        return digits;
    }

    /// Tells whether so many bytes can be a card serial.
    public static boolean exists(int bytes) {
        return bytes == 4 || bytes == 7 || bytes == 10;
    }

    /// Returns the card serial of these bytes, of which there must be 4, 7 or 10.
    public static CardUid of(byte[] bytes) {
        return new CardUid(UPPER.formatHex(bytes));
    }

    /// Returns the bytes as the reader gives them.
    public byte[] bytes() {
        return UPPER.parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

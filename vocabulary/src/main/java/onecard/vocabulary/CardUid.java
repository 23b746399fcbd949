package onecard.vocabulary;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The serial number burnt into a card (物理卡号): 4, 7 or 10 bytes, kept as upper-case hex digits.
///
/// @param hex 8, 14 or 20 hex digits
public record CardUid(String hex) {
    private static final Pattern FORM =
            Pattern.compile("(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{14}|[0-9A-Fa-f]{20})");

    public CardUid {
        if (!exists(hex)) {
            throw new IllegalArgumentException(
                    "A card serial is 8, 14 or 20 hex digits, not \"" + hex + "\"");
        }
        hex = hex.toUpperCase(Locale.ROOT);
    }

    /// Tells whether this can be a card serial.
    public static boolean exists(String hex) {
        return FORM.matcher(hex).matches();
    }

    /// Tells whether so many bytes can be a card serial.
    public static boolean exists(int bytes) {
        return bytes == 4 || bytes == 7 || bytes == 10;
    }

    /// Returns the card serial of these bytes, of which there must be 4, 7 or 10.
    public static CardUid of(byte[] bytes) {
        return new CardUid(HexFormat.of().formatHex(bytes));
    }

    /// Returns the bytes as the reader gives them.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

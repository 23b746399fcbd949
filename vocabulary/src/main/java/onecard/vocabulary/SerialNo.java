package onecard.vocabulary;

import java.util.regex.Pattern;

/// The serial number of a terminal (序列号, `M-041`): it identifies the terminal for ever and is its
/// identity in the handshake. 4 to 32 letters, digits, `-`, `_` or `.`.
///
/// @param value as printed on the machine
public record SerialNo(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{4,32}");

    public SerialNo {
        if (!exists(value)) {
            throw new IllegalArgumentException(
                    "A serial number is 4 to 32 of A-Z a-z 0-9 . _ -, not \"" + value + "\"");
        }
    }

    /// Tells whether this can be a serial number.
    public static boolean exists(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

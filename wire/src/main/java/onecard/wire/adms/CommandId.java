package onecard.wire.adms;

import java.util.regex.Pattern;

/// The id of a command: 1 to 16 letters and digits.
///
/// @param value as it is written
public record CommandId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,16}");

    public CommandId {
        if (!exists(value)) {
            throw new IllegalArgumentException(
                    "The id of a command is 1 to 16 letters and digits, not \"" + value + "\"");
        }
    }

    /// Tells whether this can be the id of a command.
    public static boolean exists(String value) {
        return FORM.matcher(value).matches();
    }
}

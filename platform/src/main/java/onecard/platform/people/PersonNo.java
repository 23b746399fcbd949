package onecard.platform.people;

import java.util.Locale;
import java.util.regex.Pattern;

/// The number of a person in the system (工号, 学号, `M-069`): 1 to 20 letters, digits or hyphens,
/// unique for ever. Leading zeros count; letters are kept as capitals.
///
/// @param value as printed on lists
public record PersonNo(String value) implements Comparable<PersonNo> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

    public PersonNo {
        if (!exists(value)) {
            throw new IllegalArgumentException(
                    "A person number is 1 to 20 letters, digits or hyphens, not \"" + value + "\"");
        }
        value = value.toUpperCase(Locale.ROOT);
    }

    /// Tells whether this can be a person number.
    public static boolean exists(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PersonNo other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package onecard.platform.people;

import java.util.Locale;
import java.util.regex.Pattern;

/// An identity document (证件). The number of a Chinese identity card carries a check character, so
/// that a typing error is found.
///
/// @param type what it is
/// @param number as printed, letters as capitals
public record IdDocument(Type type, String number) {
    /// What an identity document is (证件类型).
    public enum Type {
        ID_CARD,
        PASSPORT,
        TRAVEL_PERMIT,
        RESIDENCE_PERMIT,
        OTHER
    }

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9()/ -]{1,40}");
    private static final Pattern ID_CARD = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdDocument {
        if (!exists(type, number)) {
            throw new IllegalArgumentException("This is no number of a document of type " + type);
        }
        number = number.toUpperCase(Locale.ROOT);
    }

    /// Tells whether there can be such a document.
    public static boolean exists(Type type, String number) {
        return FORM.matcher(number).matches()
                && !number.isBlank()
                && (type != Type.ID_CARD || isIdCard(number.toUpperCase(Locale.ROOT)));
    }

    private static boolean isIdCard(String number) {
        if (!ID_CARD.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length()) == number.charAt(WEIGHTS.length);
    }

    /// Shows whose it is without telling it: the last four characters.
    @Override
    public String toString() {
        return type + " …" + number.substring(Math.max(0, number.length() - 4));
    }
}

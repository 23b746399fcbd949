package onecard.platform.terminals;

import java.util.Locale;
import onecard.platform.system.Problem;

/// The number of a card issuer, 00 to 99. It lives beside the machine numbers of terminals, not
/// among them (`D-27`).
record IssuerNo(int value) {
    static final int MAX = 99;

    IssuerNo {
        if (!exists(value)) {
            throw new IllegalArgumentException("A card issuer's number is 0 to 99, not " + value);
        }
    }

    static boolean exists(int value) {
        return value >= 0 && value <= MAX;
    }

    /// Returns the number in an address; a number that cannot be is one that is not there.
    static IssuerNo named(int value) {
        if (!exists(value)) {
            throw Problem.notFound("card-issuer", value);
        }
        return new IssuerNo(value);
    }

    /// Returns it as people write it, with two digits.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d", value);
    }
}

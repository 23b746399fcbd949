package onecard.wire;

import java.util.List;

/// The query of a list: `since=12`.
final class ListQuery {
    private static final String SINCE = "since=";

    /// No version has more digits than 2^63.
    private static final int MAX_DIGITS = 18;

    private ListQuery() {}

    static String text(long since) {
        return SINCE + since;
    }

    static long since(List<String> query) throws MalformedException {
        long since = 0;
        boolean found = false;
        for (String option : query) {
            if (option.startsWith(SINCE)) {
                if (found) {
                    throw new MalformedException("since", "comes twice");
                }
                since = version(option.substring(SINCE.length()));
                found = true;
            }
        }
        return since;
    }

    private static long version(String digits) throws MalformedException {
        if (digits.isEmpty()
                || digits.length() > MAX_DIGITS
                || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new MalformedException("since", "expected 1 to %d digits".formatted(MAX_DIGITS));
        }
        return Long.parseLong(digits);
    }
}

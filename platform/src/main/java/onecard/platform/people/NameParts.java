package onecard.platform.people;

import java.util.LinkedHashSet;

/// Every part of a name up to four characters long, so that an index finds a name by any part of
/// it: 欧阳娜娜 by 娜娜, by 阳娜 and by 欧.
final class NameParts {
    /// How long a part is at the most, in characters; longer words are found by their first four
    /// and then compared.
    static final int LENGTH_MAX = 4;

    private NameParts() {}

    static String[] of(String name) {
        int[] characters = name.codePoints().toArray();
        var parts = new LinkedHashSet<String>();
        for (int from = 0; from < characters.length; from++) {
            for (int to = from + 1; to <= Math.min(characters.length, from + LENGTH_MAX); to++) {
                parts.add(new String(characters, from, to - from));
            }
        }
        return parts.toArray(String[]::new);
    }

    /// Returns the part by which a typed word is looked up.
    static String lookup(String word) {
        int length = word.codePointCount(0, word.length());
        return length <= LENGTH_MAX
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LENGTH_MAX));
    }
}

package onecard.platform.sheets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Text as people type it into tables.
public final class Typed {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private Typed() {}

    /// Returns a number or a code without what typing left around it: full-width digits and letters
    /// become plain ones (１２３ → 123), spaces and unseen characters go.
    public static String plain(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return UNSEEN.matcher(plain).replaceAll("").strip();
    }
}

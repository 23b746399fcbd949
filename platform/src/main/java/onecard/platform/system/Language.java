package onecard.platform.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language the platform speaks, completely.
public enum Language {
    ZH_CN("zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /// Returns the language tag, `zh-CN` or `en`.
    public String tag() {
        return tag;
    }

    /// Returns the locale of this language.
    public Locale locale() {
        return locale;
    }

    /// Returns the language of that tag, if we speak it.
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    /// Returns the language nearest to a locale: Chinese of any kind is `zh-CN`, the rest `en`.
    public static Language near(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH_CN : EN;
    }
}

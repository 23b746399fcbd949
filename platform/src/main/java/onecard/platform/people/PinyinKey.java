package onecard.platform.people;

import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/// How a name sounds, so that it can be sorted and found by typing letters. Made here and stored,
/// because the collations of two database servers differ.
///
/// Surnames that are read otherwise than the same character elsewhere have their own reading. A
/// character without a known reading stays itself and sorts behind the letters.
///
/// @param full all syllables without tones and spaces, `zhangsanfeng`; ü is `v`
/// @param initials the first letter of each, `zsf`
record PinyinKey(String full, String initials) {
    private static final Map<String, String> SURNAMES =
            Map.ofEntries(
                    Map.entry("万俟", "mo qi"),
                    Map.entry("尉迟", "yu chi"),
                    Map.entry("长孙", "zhang sun"),
                    Map.entry("令狐", "ling hu"),
                    Map.entry("澹台", "tan tai"),
                    Map.entry("单于", "chan yu"),
                    Map.entry("单", "shan"),
                    Map.entry("曾", "zeng"),
                    Map.entry("查", "zha"),
                    Map.entry("仇", "qiu"),
                    Map.entry("解", "xie"),
                    Map.entry("盖", "ge"),
                    Map.entry("区", "ou"),
                    Map.entry("任", "ren"),
                    Map.entry("华", "hua"),
                    Map.entry("朴", "piao"),
                    Map.entry("翟", "zhai"),
                    Map.entry("乐", "yue"),
                    Map.entry("员", "yun"),
                    Map.entry("种", "chong"),
                    Map.entry("缪", "miao"),
                    Map.entry("覃", "qin"),
                    Map.entry("谌", "chen"),
                    Map.entry("冼", "xian"),
                    Map.entry("洗", "xian"),
                    Map.entry("秘", "bi"),
                    Map.entry("折", "she"),
                    Map.entry("隗", "wei"),
                    Map.entry("褚", "chu"),
                    Map.entry("燕", "yan"),
                    Map.entry("葛", "ge"),
                    Map.entry("宁", "ning"),
                    Map.entry("车", "che"),
                    Map.entry("沈", "shen"),
                    Map.entry("石", "shi"),
                    Map.entry("叶", "ye"),
                    Map.entry("贾", "jia"),
                    Map.entry("夏", "xia"),
                    Map.entry("卜", "bu"),
                    Map.entry("郇", "xun"),
                    Map.entry("牟", "mou"),
                    Map.entry("晁", "chao"),
                    Map.entry("逄", "pang"));

    /// Characters of names that the reading table does not know.
    private static final Map<Integer, String> RARE =
            Map.of(0x4DAE, "yan", 0x9FCD, "gang", 0x20164, "xin", 0x2B4E6, "kui", 0x2C317, "yu");

    private static final HanyuPinyinOutputFormat FORMAT = format();

    /// Returns the key of a name.
    static PinyinKey of(String name) {
        var full = new StringBuilder();
        var initials = new StringBuilder();
        int start = 0;
        for (int length = Math.min(2, name.length()); length > 0; length--) {
            var reading = SURNAMES.get(name.substring(0, length));
            if (reading != null) {
                for (var syllable : reading.split(" ", -1)) {
                    full.append(syllable);
                    initials.append(syllable.charAt(0));
                }
                start = length;
                break;
            }
        }
        appendRest(name.substring(start), full, initials);
        return new PinyinKey(full.toString(), initials.toString());
    }

    private static void appendRest(String rest, StringBuilder full, StringBuilder initials) {
        boolean insideWord = false;
        for (int character : rest.codePoints().toArray()) {
            if (character < 0x80) {
                boolean letter = Character.isLetterOrDigit(character);
                if (letter) {
                    int lower = Character.toLowerCase(character);
                    full.appendCodePoint(lower);
                    if (!insideWord) {
                        initials.appendCodePoint(lower);
                    }
                }
                insideWord = letter;
            } else if (Character.isLetter(character)) {
                var syllable = reading(character);
                full.append(syllable);
                initials.appendCodePoint(syllable.codePointAt(0));
                insideWord = false;
            } else {
                insideWord = false;
            }
        }
    }

    private static String reading(int character) {
        var rare = RARE.get(character);
        if (rare != null) {
            return rare;
        }
        if (Character.isBmpCodePoint(character)) {
            try {
                var readings = PinyinHelper.toHanyuPinyinStringArray((char) character, FORMAT);
                if (readings != null && readings.length > 0) {
                    return readings[0];
                }
            } catch (BadHanyuPinyinOutputFormatCombination broken) {
                throw new IllegalStateException("The format of readings is ours", broken);
            }
        }
        return Character.toString(character);
    }

    private static HanyuPinyinOutputFormat format() {
        var format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}

package onecard.platform.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Invents names as a school's register has them: frequent surnames more often, one or two
/// characters after them, now and then a compound surname. The same draw gives the same names.
final class SampleNames {
    private static final String FREQUENT = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String OTHER = "梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜";
    private static final List<String> COMPOUND = List.of("欧阳", "上官", "司马", "诸葛", "尉迟", "慕容");
    private static final String BOYS = "伟强磊洋勇军杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林轩博文昊然子涵梓睿晨嘉铭";
    private static final String GIRLS = "芳娜敏静丽艳娟霞玲婷雪慧莹颖倩琳璐瑶蕾洁欣怡雨馨诗梦佳琪思媛紫萱梓涵可欣若曦语桐";

    /// Characters that many systems cannot write, and a name longer than most columns.
    private static final List<String> UNUSUAL =
            List.of("王䶮", "李𬍛", "赵𫖯", "阿卜杜热合曼·买买提明·吐尔逊", "欧阳娜娜", "曾单");

    private final RandomGenerator random;
    private final Set<String> given = new HashSet<>(UNUSUAL);
    private int unusual;

    SampleNames(RandomGenerator random) {
        this.random = random;
    }

    /// Returns the next of the unusual names, then ordinary ones.
    String unusual() {
        return unusual < UNUSUAL.size() ? UNUSUAL.get(unusual++) : next();
    }

    /// Returns a name that was not given yet.
    String next() {
        while (true) {
            var name = surname() + rest();
            if (given.add(name)) {
                return name;
            }
        }
    }

    private String surname() {
        int draw = random.nextInt(100);
        if (draw < 2) {
            return COMPOUND.get(random.nextInt(COMPOUND.size()));
        }
        return one(draw < 65 ? FREQUENT : OTHER);
    }

    private String rest() {
        var characters = random.nextBoolean() ? BOYS : GIRLS;
        var first = one(characters);
        if (random.nextInt(100) < 20) {
            return first;
        }
        var second = one(characters);
        return second.equals(first) ? first : first + second;
    }

    private String one(String characters) {
        int at = random.nextInt(characters.length());
        return characters.substring(at, at + 1);
    }
}

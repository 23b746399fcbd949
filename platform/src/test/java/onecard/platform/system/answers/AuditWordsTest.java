package onecard.platform.system.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onecard.platform.system.Language;
import onecard.platform.system.Wording;
import onecard.platform.system.audit.AuditWords;
import onecard.platform.system.audit.AuditWords.Said;
import org.junit.jupiter.api.Test;

/// What the audit trail holds is said in the reader's language, amounts and names included.
class AuditWordsTest {
    private final AuditWords words = new AuditWords(new Bundles(() -> Wording.COMPANY));

    private List<Said> chinese(Map<String, Object> details) {
        return words.details(Language.ZH_CN, details);
    }

    @Test
    void a_subject_begins_with_what_it_is() {
        assertThat(words.subject(Language.ZH_CN, "person 2026001 张三")).isEqualTo("人员 2026001 张三");
        assertThat(words.subject(Language.ZH_CN, "300 people")).isEqualTo("300 人");
        assertThat(words.subject(Language.EN, "settings")).isEqualTo("Settings");
        assertThat(words.subject(Language.ZH_CN, "personal")).isEqualTo("personal");
    }

    @Test
    void money_is_written_as_money_and_names_of_ours_as_words() {
        assertThat(chinese(Map.of("cashCents", 123_456))).containsExactly(said("现金", "1,234.56"));
        assertThat(chinese(Map.of("channel", "WECHAT"))).containsExactly(said("方式", "微信"));
        assertThat(words.details(Language.EN, Map.of("roles", List.of("CLERK", "MANAGER"))))
                .containsExactly(said("roles", "Clerk, Manager"));
        assertThat(chinese(Map.of("active", false))).containsExactly(said("启用", "否"));
    }

    @Test
    void a_change_is_what_was_and_what_is() {
        assertThat(chinese(Map.of("undoWindow", Map.of("from", "PT5M", "to", "PT10M"))))
                .containsExactly(said("充值撤销时限", "300 秒 → 600 秒"));
        assertThat(chinese(Map.of("codeBefore", "A", "nameBefore", "旧")))
                .containsExactlyInAnyOrder(said("原编码", "A"), said("原名称", "旧"));
        assertThat(chinese(Map.of("valueBefore", 1, "value", 2)))
                .containsExactly(said("分组数值", "1 → 2"));
        assertThat(
                        chinese(
                                Map.of(
                                        "before", Map.of("name", "1 号机", "served", true),
                                        "after", Map.of("name", "1 号机", "served", false))))
                .containsExactly(said("营业", "是 → 否"));
    }

    @Test
    void a_rule_is_told_part_by_part_and_only_what_it_says() {
        Map<String, Object> rule =
                Map.of(
                        "name", "学生午餐",
                        "groups", List.of(),
                        "weekdays", List.of(1, 2),
                        "amountLimits", Map.of("day", 3_000),
                        "price", Map.of("basisPoints", 9_000));
        assertThat(chinese(Map.of("rule", rule)))
                .containsExactlyInAnyOrder(
                        said("名称", "学生午餐"),
                        said("星期", "周一、周二"),
                        said("金额限制", "每天 30.00"),
                        said("价格", "比例 90%"));
        assertThat(chinese(Map.of("before", rule, "rule", rule))).isEmpty();
    }

    @Test
    void what_has_no_words_is_found() {
        assertThat(
                        AuditIsSaid.unsaid(
                                new AuditIsSaid.Line(
                                        "rooms.painted",
                                        "wall 3",
                                        Map.of("brushWidth", 3, "channel", "PIGEON"))))
                .containsExactlyInAnyOrder(
                        "rooms.painted",
                        "rooms.painted: subject wall 3",
                        "rooms.painted: brushWidth",
                        "rooms.painted: channel PIGEON");
    }

    private static Said said(String name, String value) {
        return new Said(name, value);
    }
}

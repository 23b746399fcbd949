package onecard.platform.cards;

import java.util.List;
import onecard.platform.imports.ImportField;

/// The columns of the tables by which money comes and goes: fixed, in the manual's order (`M-158`,
/// `D-10`).
final class MoneyFields {
    static final String DEPARTMENT = "department";
    static final String NUMBER = "personNo";
    static final String NAME = "name";
    static final String CARD = "cardNo";
    static final String CASH = "cash";
    static final String SUBSIDY = "subsidy";
    static final String MODE = "subsidyMode";
    static final String UNTIL = "subsidyUntil";
    static final String REASON = "reason";
    static final String VERSION = "version";

    private static final ImportField A =
            new ImportField(DEPARTMENT, false, List.of("部门", "班级", "组织", "部门名称", "组织名称"));
    private static final ImportField B =
            new ImportField(
                    NUMBER, true, List.of("工号", "学号", "编号", "人员编号", "用户编号", "number", "no"));
    private static final ImportField C = new ImportField(NAME, false, List.of("姓名", "name"));
    private static final ImportField D =
            new ImportField(CARD, false, List.of("卡号", "物理卡号", "card", "cardnumber"));
    private static final ImportField E = new ImportField(CASH, true, List.of("现金", "现金金额", "cash"));
    private static final ImportField F =
            new ImportField(SUBSIDY, true, List.of("补贴", "补贴金额", "subsidy"));
    private static final ImportField LAST =
            new ImportField(VERSION, true, List.of("导入版本号", "导入版本", "版本号", "importversion"));

    static final List<ImportField> TOP_UP =
            List.of(
                    A,
                    B,
                    C,
                    D,
                    E,
                    F,
                    new ImportField(MODE, false, List.of("补贴方式", "补贴模式", "subsidymode")),
                    new ImportField(
                            UNTIL,
                            false,
                            List.of("补贴有效日期", "补贴有效期", "有效日期", "有效期", "subsidyexpiry")),
                    LAST);

    static final List<ImportField> REFUND =
            List.of(
                    A,
                    B,
                    C,
                    D,
                    E,
                    F,
                    new ImportField(REASON, false, List.of("原因", "退款原因", "备注", "reason")),
                    LAST);

    private MoneyFields() {}
}

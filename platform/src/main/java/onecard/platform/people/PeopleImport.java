package onecard.platform.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.imports.ImportBrief;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportField;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import org.springframework.stereotype.Component;

/// The import of people (`M-118`): the columns are chosen and remembered (`D-29`); people are only
/// added, or added and updated by number (`D-45`).
@Component
class PeopleImport implements ImportDesk<PersonPlan> {
    static final String NUMBER = "personNo";
    static final String NAME = "name";
    static final String DEPARTMENT = "department";
    static final String GROUP = "group";
    static final String PHONE = "phone";
    static final String HOLDER_TYPE = "holderType";
    static final String ID_CARD = "idCard";

    /// How many people one statement writes.
    private static final int CHUNK = 1_000;

    static final String ADD = "ADD";
    static final String ADD_AND_UPDATE = "ADD_AND_UPDATE";

    private static final List<ImportField> FIELDS =
            List.of(
                    new ImportField(
                            NUMBER,
                            true,
                            List.of("学号", "工号", "编号", "用户编号", "人员编号", "no", "number", "personno")),
                    new ImportField(NAME, true, List.of("姓名", "名字", "fullname")),
                    new ImportField(
                            DEPARTMENT,
                            true,
                            List.of("部门", "班级", "部门名称", "组织", "组织名称", "所属部门", "class")),
                    new ImportField(GROUP, false, List.of("分组", "组别")),
                    new ImportField(PHONE, false, List.of("电话", "手机", "手机号", "联系电话", "mobile")),
                    new ImportField(HOLDER_TYPE, false, List.of("人员类型", "类型")),
                    new ImportField(ID_CARD, false, List.of("身份证", "身份证号码", "证件号码")));

    private final PeopleWriter writer;
    private final PeopleUndo undo;
    private final PersonJudgeMaker judges;
    private final Messages messages;
    private final CurrentOperator operator;

    PeopleImport(
            PeopleWriter writer,
            PeopleUndo undo,
            PersonJudgeMaker judges,
            Messages messages,
            CurrentOperator operator) {
        this.writer = writer;
        this.undo = undo;
        this.judges = judges;
        this.messages = messages;
        this.operator = operator;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public Permission needs() {
        return Permission.EDIT_PEOPLE;
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public List<String> modes() {
        return List.of(ADD, ADD_AND_UPDATE);
    }

    @Override
    public List<List<String>> sample() {
        var language = operator.language();
        return List.of(
                List.of(
                        "100001",
                        messages.say(language, "import.people.sample.name"),
                        messages.say(language, "import.people.sample.department")));
    }

    @Override
    public Judge<PersonPlan> judge(String mode) {
        return judges.make(mode.equals(ADD_AND_UPDATE));
    }

    @Override
    public Optional<Integer> write(
            ImportBrief brief, List<PersonPlan> plans, Checkpoint checkpoint) {
        var adds = new ArrayList<PersonPlan.Add>();
        var changes = new ArrayList<PersonPlan.Change>();
        for (var plan : plans) {
            switch (plan) {
                case PersonPlan.Add add -> adds.add(add);
                case PersonPlan.Change change -> changes.add(change);
            }
        }
        undo.hold(changes);
        int written = 0;
        for (var chunk : chunks(adds)) {
            writer.add(brief.id(), chunk);
            written += chunk.size();
            checkpoint.passed(written);
        }
        for (var chunk : chunks(changes)) {
            writer.change(brief.id(), chunk);
            written += chunk.size();
            checkpoint.passed(written);
        }
        return Optional.empty();
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    @Override
    public Optional<Integer> undo(ImportBrief brief) {
        undo.undo(brief.id());
        return Optional.empty();
    }
}

package onecard.platform.cards;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import onecard.platform.imports.ImportBrief;
import onecard.platform.imports.ImportDesk;
import onecard.platform.imports.ImportField;
import onecard.platform.people.People;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.springframework.stereotype.Component;

/// Cards issued from a table of numbers and card serials (批量发卡).
@Component
class IssueImport implements ImportDesk<IssueRowTable.Line> {
    static final String NUMBER = "personNo";
    static final String UID = "uid";
    static final String NAME = "name";
    static final String UNTIL = "validUntil";

    private static final List<ImportField> FIELDS =
            List.of(
                    new ImportField(
                            NUMBER,
                            true,
                            List.of("工号", "学号", "编号", "人员编号", "用户编号", "number", "no")),
                    new ImportField(
                            UID, true, List.of("物理卡号", "卡号", "卡片序列号", "uid", "card", "cardserial")),
                    new ImportField(NAME, false, List.of("姓名", "name")),
                    new ImportField(UNTIL, false, List.of("有效期", "卡有效期", "有效日期", "validuntil")));

    private final IssueBatches batches;
    private final People people;
    private final AccountStateTable states;
    private final CardIssueTable issues;
    private final CardParameterDesk parameters;
    private final Settings settings;
    private final CurrentOperator operator;
    private final Messages messages;
    private final Clock clock;

    IssueImport(
            IssueBatches batches,
            People people,
            AccountStateTable states,
            CardIssueTable issues,
            CardParameterDesk parameters,
            Settings settings,
            CurrentOperator operator,
            Messages messages,
            Clock clock) {
        this.batches = batches;
        this.people = people;
        this.states = states;
        this.issues = issues;
        this.parameters = parameters;
        this.settings = settings;
        this.operator = operator;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "card-issues";
    }

    @Override
    public Permission needs() {
        return Permission.HANDLE_CARDS;
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
        return List.of("ISSUE");
    }

    @Override
    public List<List<String>> sample() {
        var name = messages.say(operator.language(), "import.money.sample.name");
        return List.of(List.of("100001", "04A1B2C3", name, ""));
    }

    @Override
    public Judge<IssueRowTable.Line> judge(String mode) {
        var today = settings.current().siteDay(clock.instant());
        return new IssueJudge(people, states, issues, today, parameters.current().cardYears());
    }

    @Override
    public Optional<Integer> write(
            ImportBrief brief, List<IssueRowTable.Line> plans, Checkpoint checkpoint) {
        int job = batches.start(brief.id(), plans);
        checkpoint.passed(plans.size());
        return Optional.of(job);
    }

    @Override
    public Optional<Integer> undo(ImportBrief brief) {
        return Optional.of(batches.undo(brief.id()));
    }
}

package onecard.platform.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lists to choose from, as they are stored.
@Service
class StoredChoices implements Choices {
    private static final int NAME_MAX = 60;

    private final ChoiceTable table;
    private final Messages messages;
    private final CurrentOperator operator;
    private final AuditTrail audit;

    StoredChoices(
            ChoiceTable table, Messages messages, CurrentOperator operator, AuditTrail audit) {
        this.table = table;
        this.messages = messages;
        this.operator = operator;
        this.audit = audit;
    }

    @Override
    public List<Choice> of(Choice.List list) {
        return table.of(list).stream().map(this::named).toList();
    }

    @Override
    public Optional<Choice> find(Choice.List list, ChoiceId id) {
        return of(list).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    @Transactional
    public Choice add(Choice.List list, String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        refuseTwin(list, Optional.empty(), line);
        var id = table.add(list, line).orElseThrow(() -> taken(line));
        audit.record("people.choice-added", subject(list, line), Map.of());
        return new Choice(id, list, line);
    }

    @Override
    @Transactional
    public Choice rename(ChoiceId id, String name) {
        var line = TypedLine.of("name", name, NAME_MAX);
        var before = table.lock(id).map(this::named).orElseThrow(() -> noSuch(id));
        refuseTwin(before.list(), Optional.of(id), line);
        if (!table.rename(id, line)) {
            throw taken(line);
        }
        audit.record(
                "people.choice-renamed",
                subject(before.list(), line),
                Map.of("before", before.name()));
        return new Choice(id, before.list(), line);
    }

    @Override
    @Transactional
    public void remove(ChoiceId id) {
        var gone = table.lock(id).map(this::named).orElseThrow(() -> noSuch(id));
        int uses = table.uses(id);
        if (uses > 0) {
            throw Problem.of(PeopleProblems.CHOICE_IN_USE)
                    .with("name", gone.name())
                    .with("people", uses);
        }
        table.remove(id);
        audit.record("people.choice-removed", subject(gone.list(), gone.name()), Map.of());
    }

    private void refuseTwin(Choice.List list, Optional<ChoiceId> but, String name) {
        if (of(list).stream()
                .anyMatch(
                        each -> each.name().equals(name) && !but.equals(Optional.of(each.id())))) {
            throw taken(name);
        }
    }

    private Choice named(ChoiceTable.Row row) {
        var name =
                row.name() != null
                        ? row.name()
                        : messages.say(operator.language(), "people.choice." + key(row));
        return new Choice(row.id(), row.list(), name);
    }

    private static String key(ChoiceTable.Row row) {
        return (row.list() + "." + row.code()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String subject(Choice.List list, String name) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name;
    }

    private static Problem noSuch(ChoiceId id) {
        return Problem.notFound("choice", id.value());
    }

    private static Problem taken(String name) {
        return Problem.of(PeopleProblems.CHOICE_TAKEN).with("name", name);
    }
}

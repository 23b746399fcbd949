package onecard.platform.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The groups as they are stored.
@Service
class StoredGroups implements Groups {
    private static final int CODE_MAX = 20;
    private static final int NAME_MAX = 60;

    private final PersonGroupTable table;
    private final PersonLook people;
    private final ObjectProvider<GroupUse> uses;
    private final AuditTrail audit;

    StoredGroups(
            PersonGroupTable table,
            PersonLook people,
            ObjectProvider<GroupUse> uses,
            AuditTrail audit) {
        this.table = table;
        this.people = people;
        this.uses = uses;
        this.audit = audit;
    }

    @Override
    public List<PersonGroup> all() {
        return table.all();
    }

    @Override
    public Optional<PersonGroup> find(GroupId id) {
        return table.find(id);
    }

    @Override
    public Optional<PersonGroup> byValue(int value) {
        return table.byValue(value);
    }

    @Override
    @Transactional
    public PersonGroup add(String code, String name, int value) {
        var line = TypedLine.of("name", name, NAME_MAX);
        var key = TypedLine.of("code", code, CODE_MAX);
        check(value);
        var added = table.add(key, line, value).orElseThrow(() -> taken(0, key, line, value));
        audit.record("people.group-added", subject(added), Map.of("value", value));
        return added;
    }

    @Override
    @Transactional
    public PersonGroup change(PersonGroup wanted) {
        var line = TypedLine.of("name", wanted.name(), NAME_MAX);
        var key = TypedLine.of("code", wanted.code(), CODE_MAX);
        check(wanted.value());
        var before = table.lock(wanted.id()).orElseThrow(() -> noSuch(wanted.id()));
        var after = new PersonGroup(wanted.id(), key, line, wanted.value());
        if (table.clash(after.id().value(), key, line, after.value()).isPresent()) {
            throw taken(after.id().value(), key, line, after.value());
        }
        try {
            table.change(after);
        } catch (DuplicateKeyException meanwhile) {
            throw Problem.of(PeopleProblems.GROUP_TAKEN).with("field", "value");
        }
        audit.record(
                "people.group-changed",
                subject(after),
                Map.of(
                        "codeBefore", before.code(),
                        "nameBefore", before.name(),
                        "valueBefore", before.value(),
                        "value", after.value()));
        return after;
    }

    @Override
    @Transactional
    public void remove(GroupId id) {
        var group = table.lock(id).orElseThrow(() -> noSuch(id));
        int members = people.countIn(id);
        var rules = uses.stream().flatMap(use -> use.of(id).stream()).toList();
        if (members > 0 || !rules.isEmpty()) {
            throw inUse(members, rules);
        }
        try {
            table.remove(id);
        } catch (DataIntegrityViolationException stillNamed) {
            throw inUse(members, rules);
        }
        audit.record("people.group-removed", subject(group), Map.of("value", group.value()));
    }

    private static void check(int value) {
        if (value < 0 || value > PersonGroup.VALUE_MAX) {
            throw Problem.field(
                    "value", "error.between", Map.of("from", 0, "to", PersonGroup.VALUE_MAX));
        }
    }

    private Problem taken(int id, String code, String name, int value) {
        return Problem.of(PeopleProblems.GROUP_TAKEN)
                .with("field", table.clash(id, code, name, value).orElse("value"));
    }

    private static Problem inUse(int members, List<String> rules) {
        return Problem.of(PeopleProblems.GROUP_IN_USE).with("people", members).with("rules", rules);
    }

    private static Problem noSuch(GroupId id) {
        return Problem.notFound("group", id.value());
    }

    private static String subject(PersonGroup group) {
        return "group " + group.code() + " " + group.name();
    }
}

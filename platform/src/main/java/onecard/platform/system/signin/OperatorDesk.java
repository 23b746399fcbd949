package onecard.platform.system.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Operators;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Revision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hires operators, changes what they may do, and sets passwords.
@Service
class OperatorDesk implements Operators {
    static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final ProblemKind LAST = new ProblemKind("last-administrator", 409);
    private static final ProblemKind SET_UP = new ProblemKind("already-set-up", 409);

    private final OperatorTable operators;
    private final RoleTable roles;
    private final Sessions sessions;
    private final Passwords passwords;
    private final CurrentOperator current;
    private final AuditTrail audit;
    private final Clock clock;

    OperatorDesk(
            OperatorTable operators,
            RoleTable roles,
            Sessions sessions,
            Passwords passwords,
            CurrentOperator current,
            AuditTrail audit,
            Clock clock) {
        this.operators = operators;
        this.roles = roles;
        this.sessions = sessions;
        this.passwords = passwords;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean any() {
        return operators.any();
    }

    @Override
    public Optional<Operator> named(String name) {
        return operators.find(name).filter(OperatorRow::active).map(OperatorRow::operator);
    }

    @Override
    @Transactional
    public Operator addFirst(String name, String displayName, String password, Language language) {
        operators.lock();
        if (operators.any()) {
            throw Problem.of(SET_UP);
        }
        var operator =
                new NewOperator(
                        name,
                        displayName,
                        false,
                        language,
                        MerchantScope.ALL,
                        List.of(ADMINISTRATOR));
        Operator first = add(operator, password).operator();
        return current.as(
                first,
                () -> {
                    audit.record(
                            "system.first-administrator", first.name(), Map.of("id", first.id()));
                    return first;
                });
    }

    @Transactional
    OperatorRow hire(NewOperator operator, String password) {
        OperatorRow hired = add(operator, password);
        audit.record("system.operator-added", hired.name(), told(hired));
        return hired;
    }

    private OperatorRow add(NewOperator operator, String password) {
        check(operator.roles());
        String hash = passwords.hash("password", password, names(operator));
        int id =
                operators
                        .add(operator, hash, clock.instant())
                        .orElseThrow(() -> Problem.field("name", "error.name-taken"));
        return operators.find(id).orElseThrow();
    }

    /// Changes an operator, and the password if there is a new one; it is then theirs to change.
    @Transactional
    OperatorRow change(int id, long revision, OperatorChange change) {
        operators.lock();
        OperatorRow before = operators.find(id).orElseThrow(() -> Problem.notFound("operator", id));
        new Revision(revision).mustBe(before.revision());
        OperatorRow after = change.appliedTo(before);
        check(after.roles());
        operators.change(after);
        if (!operators.isAdministered()) {
            throw Problem.of(LAST);
        }
        change.password().ifPresent(password -> reset(after, password));
        if (!after.active()) {
            sessions.endOthers(id, new byte[0]);
        }
        OperatorRow now = operators.find(id).orElseThrow();
        audit.record("system.operator-changed", now.name(), told(now));
        return now;
    }

    private void reset(OperatorRow who, String password) {
        String hash = passwords.hash("password", password, List.of(who.name(), who.displayName()));
        operators.password(who.id(), hash, true);
        sessions.endOthers(who.id(), new byte[0]);
        audit.record("system.password-reset", who.name(), Map.of("id", who.id()));
    }

    @Transactional
    void changeOwnPassword(Operator who, String password, byte[] session) {
        String hash = passwords.hash("password", password, List.of(who.name(), who.displayName()));
        operators.password(who.id(), hash, false);
        sessions.endOthers(who.id(), session);
        audit.record("system.password-changed", who.name(), Map.of());
    }

    private void check(List<String> wanted) {
        Set<String> known =
                roles.list().stream().map(RoleTable.Row::name).collect(Collectors.toSet());
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw Problem.field("roles", "error.roles");
        }
    }

    private static List<String> names(NewOperator operator) {
        return List.of(operator.name(), operator.displayName());
    }

    private static Map<String, Object> told(OperatorRow operator) {
        return Map.of(
                "id", operator.id(),
                "displayName", operator.displayName(),
                "roles", operator.roles(),
                "active", operator.active(),
                "merchants", merchants(operator.merchants()));
    }

    private static Object merchants(MerchantScope scope) {
        return switch (scope) {
            case MerchantScope.All _ -> "all";
            case MerchantScope.Only(var some) -> some.stream().sorted().toList();
        };
    }

    /// What is to be different; what is absent stays.
    record OperatorChange(
            Optional<String> displayName,
            Optional<List<String>> roles,
            Optional<MerchantScope> merchants,
            Optional<Boolean> active,
            Optional<String> password) {

        OperatorRow appliedTo(OperatorRow before) {
            return new OperatorRow(
                    before.id(),
                    before.name(),
                    displayName.orElse(before.displayName()),
                    before.passwordHash(),
                    before.mustChange(),
                    before.language(),
                    merchants.orElse(before.merchants()),
                    active.orElse(before.active()),
                    before.revision(),
                    roles.orElse(before.roles()),
                    Set.<Permission>of());
        }
    }
}

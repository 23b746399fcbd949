package onecard.platform.cards;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cashiers' shifts (班次): the drawer is counted when one begins and when it ends, and the statement
/// says what should have been in it, by what was done (`D-42`).
@Service
class Shifts {
    private final ShiftTable shifts;
    private final OperationTable operations;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final Clock clock;

    Shifts(
            ShiftTable shifts,
            OperationTable operations,
            CurrentOperator operator,
            AuditTrail audit,
            Clock clock) {
        this.shifts = shifts;
        this.operations = operations;
        this.operator = operator;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param expected what should be in the drawer: the opening count and all that was taken in
    ///   and paid out in cash
    record Statement(ShiftTable.Row shift, List<OperationTable.Sum> sums, Money expected) {}

    @Transactional(readOnly = true)
    Optional<Statement> mine() {
        return shifts.openOf(operator.get().id()).map(this::statement);
    }

    @Transactional(readOnly = true)
    Statement of(int id) {
        var row = shifts.find(id).orElseThrow(() -> Problem.notFound("shift", id));
        var who = operator.get();
        if (row.operator() != who.id() && !who.may(Permission.SEE_REPORTS)) {
            throw Problem.notFound("shift", id);
        }
        return statement(row);
    }

    List<ShiftTable.Row> list(int before, int limit) {
        var who = operator.get();
        return shifts.list(
                who.may(Permission.SEE_REPORTS) ? Optional.empty() : Optional.of(who.id()),
                before,
                limit);
    }

    @Transactional
    Statement open(Money counted) {
        var who = operator.get();
        if (!shifts.open(who.id(), who.displayName(), clock.instant(), counted)) {
            throw Problem.of(CardProblems.SHIFT_OPEN);
        }
        audit.record(
                "cards.shift-opened",
                "shift of " + who.displayName(),
                Map.of("openingCents", counted.cents()));
        return mine().orElseThrow();
    }

    /// Closes the shift of the operator at work; it waits for operations under way.
    @Transactional
    Statement close(Money counted, String remark) {
        var who = operator.get();
        var shift = shifts.lock(who.id()).orElseThrow(() -> Problem.of(CardProblems.NO_SHIFT));
        var statement = statement(shift);
        shifts.close(
                shift.id(),
                new ShiftTable.Closing(clock.instant(), counted, statement.expected()),
                remark);
        audit.record(
                "cards.shift-closed",
                "shift of " + who.displayName(),
                Map.of(
                        "expectedCents",
                        statement.expected().cents(),
                        "countedCents",
                        counted.cents()));
        return of(shift.id());
    }

    private Statement statement(ShiftTable.Row shift) {
        var sums = operations.ofShift(shift.id());
        var expected =
                sums.stream()
                        .filter(sum -> sum.channel() == Channel.CASH)
                        .map(OperationTable.Sum::drawer)
                        .reduce(shift.opening(), Money::plus);
        return new Statement(shift, sums, expected);
    }
}

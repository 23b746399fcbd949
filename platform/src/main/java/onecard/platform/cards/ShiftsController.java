package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import onecard.vocabulary.Money;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cashiers' shifts and what was done at the desks.
@RestController
@RequestMapping("/api/v1")
class ShiftsController {
    private static final long CASH_MAX = 100_000_000_00L;

    private final Shifts shifts;
    private final OperationTable operations;
    private final IdempotentCommands commands;
    private final People people;
    private final CurrentOperator operator;
    private final Settings settings;
    private final java.time.Clock clock;

    ShiftsController(
            Shifts shifts,
            OperationTable operations,
            IdempotentCommands commands,
            People people,
            CurrentOperator operator,
            Settings settings,
            java.time.Clock clock) {
        this.shifts = shifts;
        this.operations = operations;
        this.commands = commands;
        this.people = people;
        this.operator = operator;
        this.settings = settings;
        this.clock = clock;
    }

    record ShiftSum(
            DeskKind kind,
            Channel channel,
            int count,
            long cashCents,
            long subsidyCents,
            long drawerCents,
            long depositCents) {}

    /// @param expectedCents what should be in the drawer
    /// @param differenceCents counted less expected, of a closed one
    record ShiftStatement(
            int id,
            String operatorName,
            OffsetDateTime openedAt,
            long openingCents,
            Optional<OffsetDateTime> closedAt,
            long expectedCents,
            Optional<Long> countedCents,
            Optional<Long> differenceCents,
            String remark,
            List<ShiftSum> sums) {}

    /// @param shift absent while none is open
    record CurrentShift(Optional<ShiftStatement> shift) {}

    @Needs(Permission.TOP_UP)
    @GetMapping("/shift")
    CurrentShift readMyShift() {
        return new CurrentShift(shifts.mine().map(this::statement));
    }

    /// What the key of a command stands for.
    private record ShiftId(int id) {}

    record OpenShiftBody(@PositiveOrZero @Max(CASH_MAX) long openingCents) {}

    @Needs(Permission.TOP_UP)
    @PostMapping("/shift")
    ShiftStatement openShift(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody OpenShiftBody body) {
        var opened =
                commands.once(
                        key,
                        body,
                        ShiftId.class,
                        () ->
                                new ShiftId(
                                        shifts.open(Money.ofCents(body.openingCents()))
                                                .shift()
                                                .id()));
        return statement(shifts.of(opened.id()));
    }

    record CloseShiftBody(
            @PositiveOrZero @Max(CASH_MAX) long countedCents,
            Optional<@Size(max = 200) String> remark) {}

    @Needs(Permission.TOP_UP)
    @PostMapping("/shift/close")
    ShiftStatement closeShift(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody CloseShiftBody body) {
        var closed =
                commands.once(
                        key,
                        body,
                        ShiftId.class,
                        () ->
                                new ShiftId(
                                        shifts.close(
                                                        Money.ofCents(body.countedCents()),
                                                        body.remark().orElse("").strip())
                                                .shift()
                                                .id()));
        return statement(shifts.of(closed.id()));
    }

    record ShiftRow(
            int id,
            String operatorName,
            OffsetDateTime openedAt,
            Optional<OffsetDateTime> closedAt,
            Optional<Long> differenceCents) {}

    @Needs(Permission.TOP_UP)
    @GetMapping("/shifts")
    Page<ShiftRow> listShifts(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        int wanted = Page.limit(limit);
        var page =
                Page.cut(
                        shifts.list(after.orElse(Integer.MAX_VALUE), wanted + 1),
                        wanted,
                        row -> Integer.toString(row.id()));
        return new Page<>(
                page.items().stream()
                        .map(row ->
                                new ShiftRow(
                                        row.id(),
                                        row.operatorName(),
                                        local(row.openedAt()),
                                        row.closing().map(one -> local(one.at())),
                                        row.closing().map(ShiftsController::difference)))
                        .toList(),
                page.next());
    }

    @Needs(Permission.TOP_UP)
    @GetMapping("/shifts/{id}")
    ShiftStatement readShiftStatement(@PathVariable @Positive int id) {
        return statement(shifts.of(id));
    }

    /// Something done at a desk.
    ///
    /// @param number the journal number of its first entry; absent where no money moved
    /// @param undoOf `top-up` or `refund`: what it can be undone as, by `undoId`; absent if it
    ///   cannot
    record DeskOperation(
            int operationId,
            DeskKind kind,
            OffsetDateTime at,
            Optional<String> number,
            Optional<Integer> personId,
            String personNo,
            String personName,
            String operatorName,
            long cashCents,
            long subsidyCents,
            long drawerCents,
            long depositCents,
            Channel channel,
            String remark,
            Optional<OffsetDateTime> undoUntil,
            Optional<String> undoOf,
            Optional<Integer> undoId,
            boolean undone) {}

    @Needs(Permission.TOP_UP)
    @GetMapping("/desk-operations")
    Page<DeskOperation> listDeskOperations(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        var day = clock.instant().atZone(settings.current().zone()).toLocalDate();
        int wanted = Page.limit(limit);
        return page(
                operations.ofDay(
                        day,
                        Optional.of(operator.get().id()),
                        after.orElse(Integer.MAX_VALUE),
                        wanted + 1),
                wanted);
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/people/{id}/operations")
    Page<DeskOperation> listPersonOperations(
            @PathVariable @Positive int id,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        int wanted = Page.limit(limit);
        return page(
                operations.ofPerson(new PersonId(id), after.orElse(Integer.MAX_VALUE), wanted + 1),
                wanted);
    }

    private Page<DeskOperation> page(List<OperationRow> rows, int wanted) {
        var page = Page.cut(rows, wanted, row -> Integer.toString(row.id()));
        var known =
                people.find(
                        page.items().stream()
                                .flatMap(row -> row.person().stream())
                                .distinct()
                                .toList());
        return new Page<>(
                page.items().stream().map(row -> item(row, row.person().map(known::get))).toList(),
                page.next());
    }

    private DeskOperation item(OperationRow row, Optional<Person> person) {
        boolean topUp = row.kind() == DeskKind.TOP_UP;
        boolean undoable =
                !row.undone()
                        && row.operator() == operator.get().id()
                        && row.undoUntil()
                                .filter(until -> !clock.instant().isAfter(until))
                                .isPresent();
        return new DeskOperation(
                row.id(),
                row.kind(),
                local(row.at()),
                row.firstNumber().map(number -> new JournalNumber(number).toString()),
                row.person().map(PersonId::value),
                person.map(known -> known.number().value()).orElse(""),
                person.map(Person::name).orElse(""),
                row.operatorName(),
                row.cash().cents(),
                row.subsidy().cents(),
                row.drawer().cents(),
                row.deposit().cents(),
                row.channel(),
                row.remark(),
                row.undoUntil().map(this::local),
                undoable ? Optional.of(topUp ? "top-up" : "refund") : Optional.empty(),
                undoable ? (topUp ? row.topUp() : Optional.of(row.id())) : Optional.empty(),
                row.undone());
    }

    private ShiftStatement statement(Shifts.Statement statement) {
        var shift = statement.shift();
        return new ShiftStatement(
                shift.id(),
                shift.operatorName(),
                local(shift.openedAt()),
                shift.opening().cents(),
                shift.closing().map(one -> local(one.at())),
                shift.closing()
                        .map(ShiftTable.Closing::expected)
                        .orElse(statement.expected())
                        .cents(),
                shift.closing().map(one -> one.counted().cents()),
                shift.closing().map(ShiftsController::difference),
                shift.remark(),
                statement.sums().stream()
                        .map(sum ->
                                new ShiftSum(
                                        sum.kind(),
                                        sum.channel(),
                                        sum.operations(),
                                        sum.cash().cents(),
                                        sum.subsidy().cents(),
                                        sum.drawer().cents(),
                                        sum.deposit().cents()))
                        .toList());
    }

    private static Long difference(ShiftTable.Closing closing) {
        return closing.counted().minus(closing.expected()).cents();
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}

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

/// Cashiers' shifts.
@RestController
@RequestMapping("/api/v1")
class ShiftsController {
    private static final long CASH_MAX = 100_000_000_00L;

    private final Shifts shifts;
    private final IdempotentCommands commands;
    private final Settings settings;

    ShiftsController(Shifts shifts, IdempotentCommands commands, Settings settings) {
        this.shifts = shifts;
        this.commands = commands;
        this.settings = settings;
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

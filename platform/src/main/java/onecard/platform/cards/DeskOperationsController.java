package onecard.platform.cards;

import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was done at the desks.
@RestController
@RequestMapping("/api/v1")
class DeskOperationsController {
    private final OperationTable operations;
    private final People people;
    private final CurrentOperator operator;
    private final Settings settings;
    private final Clock clock;

    DeskOperationsController(
            OperationTable operations,
            People people,
            CurrentOperator operator,
            Settings settings,
            Clock clock) {
        this.operations = operations;
        this.people = people;
        this.operator = operator;
        this.settings = settings;
        this.clock = clock;
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

    private OffsetDateTime local(Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}

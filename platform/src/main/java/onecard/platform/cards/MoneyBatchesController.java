package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.GroupId;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Money for many people; the work is a job.
@RestController
@RequestMapping("/api/v1/money-batches")
class MoneyBatchesController {
    private static final int CHOSEN_MAX = 5_000;

    private final MoneyBatches batches;
    private final MoneyBatchTable table;
    private final BatchLineTable lines;
    private final IdempotentCommands commands;
    private final People people;
    private final Clock clock;

    MoneyBatchesController(
            MoneyBatches batches,
            MoneyBatchTable table,
            BatchLineTable lines,
            IdempotentCommands commands,
            People people,
            Clock clock) {
        this.batches = batches;
        this.table = table;
        this.lines = lines;
        this.commands = commands;
        this.people = people;
        this.clock = clock;
    }

    /// Either people, or a department or group, or everybody.
    record MoneyBatchBody(
            @NotNull BatchKind kind,
            @Positive @Max(TopUp.AMOUNT_MAX_CENTS) long amountCents,
            Optional<SubsidyMode> subsidyMode,
            Optional<LocalDate> subsidyUntil,
            Optional<Channel> channel,
            Optional<@Size(max = TopUp.REMARK_MAX) String> remark,
            @NotNull @Size(max = CHOSEN_MAX) List<@Positive Integer> personIds,
            Optional<@Positive Integer> departmentId,
            Optional<@Positive Integer> groupId) {}

    record MoneyBatchStarted(int batchId, int jobId) {}

    @Needs(Permission.MONEY_BATCH)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    MoneyBatchStarted startMoneyBatch(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody MoneyBatchBody body) {
        if (!body.kind().isTheSameForAll()) {
            throw Problem.field("kind", "error.cards.batch-kind");
        }
        var wanted =
                new MoneyBatch(
                        0,
                        body.kind(),
                        Money.ofCents(body.amountCents()),
                        body.subsidyMode().orElse(SubsidyMode.ACCUMULATE),
                        body.subsidyUntil(),
                        body.channel()
                                .orElse(
                                        body.kind() == BatchKind.CASH
                                                ? Channel.CASH
                                                : Channel.OTHER),
                        body.remark().orElse("").strip(),
                        body.departmentId().map(DepartmentId::new),
                        body.groupId().map(GroupId::new),
                        clock.instant(),
                        Optional.empty());
        var started =
                commands.once(
                        key,
                        body,
                        MoneyBatches.Started.class,
                        () ->
                                batches.start(
                                        wanted,
                                        body.personIds().stream().map(PersonId::new).toList()));
        return new MoneyBatchStarted(started.batch(), started.job());
    }

    /// @param people how many are meant, as far as they are written down
    record MoneyBatchRow(
            int batchId,
            BatchKind kind,
            long amountCents,
            int people,
            int done,
            int booked,
            int refused) {}

    @Needs(Permission.MONEY_BATCH)
    @GetMapping("/{id}")
    MoneyBatchRow readMoneyBatch(@PathVariable @Positive int id) {
        var batch = table.find(id).orElseThrow(() -> Problem.notFound("batch", id));
        var counts = lines.count(id);
        return new MoneyBatchRow(
                id,
                batch.kind(),
                batch.amount().cents(),
                counts.people(),
                counts.done(),
                counts.booked(),
                counts.refused());
    }

    record NotServed(int personId, String personNo, String personName, String problem) {}

    @Needs(Permission.MONEY_BATCH)
    @GetMapping("/{id}/refused")
    Page<NotServed> listNotServed(
            @PathVariable @Positive int id,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        int wanted = Page.limit(limit);
        var page =
                Page.cut(
                        lines.refused(id, after.orElse(0), wanted + 1),
                        wanted,
                        row -> Integer.toString(row.person().value()));
        var known = people.find(page.items().stream().map(BatchLineTable.Refused::person).toList());
        return new Page<>(
                page.items().stream()
                        .map(row -> {
                            var person = Optional.ofNullable(known.get(row.person()));
                            return new NotServed(
                                    row.person().value(),
                                    person.map(one -> one.number().value()).orElse(""),
                                    person.map(Person::name).orElse(""),
                                    row.problem());
                        })
                        .toList(),
                page.next());
    }
}

package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Settings;
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

/// The top-up desk and the shift of whoever sits at it.
@RestController
@RequestMapping("/api/v1/top-ups")
class TopUpsController {
    private final TopUps desk;
    private final TopUpTable table;
    private final People people;
    private final CurrentOperator operator;
    private final Settings settings;
    private final Clock clock;

    TopUpsController(
            TopUps desk,
            TopUpTable table,
            People people,
            CurrentOperator operator,
            Settings settings,
            Clock clock) {
        this.desk = desk;
        this.table = table;
        this.people = people;
        this.operator = operator;
        this.settings = settings;
        this.clock = clock;
    }

    record TopUpBody(
            @Positive int personId,
            @PositiveOrZero @Max(TopUp.AMOUNT_MAX_CENTS) long cashCents,
            @PositiveOrZero @Max(TopUp.AMOUNT_MAX_CENTS) long subsidyCents,
            Optional<SubsidyMode> subsidyMode,
            Optional<LocalDate> subsidyUntil,
            Optional<Channel> channel,
            Optional<@Size(max = TopUp.REMARK_MAX) String> remark) {}

    record SpendableRow(long cashCents, long subsidyCents) {
        static SpendableRow of(TopUpReceipt.Spendable spendable) {
            return new SpendableRow(spendable.cash().cents(), spendable.subsidy().cents());
        }
    }

    record ReceiptRow(
            int operationId,
            String number,
            OffsetDateTime at,
            SpendableRow before,
            SpendableRow after,
            OffsetDateTime undoUntil) {}

    record TopUpItem(
            int operationId,
            String number,
            OffsetDateTime at,
            int personId,
            String personNo,
            String personName,
            long cashCents,
            long subsidyCents,
            SubsidyMode subsidyMode,
            Optional<LocalDate> subsidyUntil,
            Channel channel,
            String remark,
            String operatorName,
            SpendableRow before,
            SpendableRow after,
            OffsetDateTime undoUntil,
            boolean undone) {}

    record ChannelRow(Channel channel, int count, long cashCents, long subsidyCents) {}

    /// What a shift took in; what was undone is not in it.
    record ShiftTotals(int count, long cashCents, long subsidyCents, List<ChannelRow> byChannel) {}

    record Shift(LocalDate day, List<TopUpItem> items, Optional<String> next, ShiftTotals totals) {}

    @Needs(Permission.TOP_UP)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptRow topUp(
            @RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody TopUpBody body) {
        if (body.cashCents() == 0 && body.subsidyCents() == 0) {
            throw Problem.field("cashCents", "error.cards.brings-nothing");
        }
        return receipt(
                desk.topUp(
                        key,
                        new TopUp(
                                new PersonId(body.personId()),
                                Money.ofCents(body.cashCents()),
                                Money.ofCents(body.subsidyCents()),
                                body.subsidyMode().orElse(SubsidyMode.ACCUMULATE),
                                body.subsidyUntil(),
                                body.channel().orElse(Channel.CASH),
                                body.remark().orElse("").strip())));
    }

    @Needs(Permission.UNDO_TOP_UP)
    @PostMapping("/{operationId}/undo")
    ReceiptRow undoTopUp(
            @RequestHeader("Idempotency-Key") UUID key, @PathVariable @Positive int operationId) {
        return receipt(desk.undo(key, operationId));
    }

    @Needs(Permission.TOP_UP)
    @GetMapping
    Shift readShift(
            @RequestParam Optional<Boolean> mine,
            @RequestParam Optional<LocalDate> day,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        var who = operator.get();
        boolean own = mine.orElse(true);
        if (!own && !who.may(Permission.SEE_REPORTS)) {
            throw Problem.of(ProblemKind.FORBIDDEN);
        }
        var whose = own ? Optional.of(who.id()) : Optional.<Integer>empty();
        var date =
                day.orElseGet(
                        () -> clock.instant().atZone(settings.current().zone()).toLocalDate());
        int wanted = Page.limit(limit);
        var page =
                Page.cut(
                        table.list(date, whose, after.orElse(Integer.MAX_VALUE), wanted + 1),
                        wanted,
                        row -> Integer.toString(row.id()));
        return new Shift(date, items(page.items()), page.next(), totals(table.totals(date, whose)));
    }

    private List<TopUpItem> items(List<TopUpRow> rows) {
        Map<PersonId, Person> known =
                people.find(new HashSet<>(rows.stream().map(TopUpRow::person).toList()));
        return rows.stream()
                .map(row -> item(row, Optional.ofNullable(known.get(row.person()))))
                .toList();
    }

    private TopUpItem item(TopUpRow row, Optional<Person> person) {
        return new TopUpItem(
                row.id(),
                new JournalNumber(row.firstNumber()).toString(),
                local(row.at()),
                row.person().value(),
                person.map(known -> known.number().value()).orElse(""),
                person.map(Person::name).orElse(""),
                row.cash().cents(),
                row.subsidy().cents(),
                row.mode(),
                row.subsidy().isPositive() ? row.untilAfter() : Optional.empty(),
                row.channel(),
                row.remark(),
                row.operatorName(),
                SpendableRow.of(row.before()),
                SpendableRow.of(row.after()),
                local(row.undoUntil()),
                row.undone());
    }

    private ReceiptRow receipt(TopUpReceipt receipt) {
        return new ReceiptRow(
                receipt.operationId(),
                new JournalNumber(receipt.number()).toString(),
                local(receipt.at()),
                SpendableRow.of(receipt.before()),
                SpendableRow.of(receipt.after()),
                local(receipt.undoUntil()));
    }

    private static ShiftTotals totals(List<TopUpTable.ChannelTotal> channels) {
        return new ShiftTotals(
                channels.stream().mapToInt(TopUpTable.ChannelTotal::count).sum(),
                channels.stream().mapToLong(total -> total.cash().cents()).sum(),
                channels.stream().mapToLong(total -> total.subsidy().cents()).sum(),
                channels.stream()
                        .map(total ->
                                new ChannelRow(
                                        total.channel(),
                                        total.count(),
                                        total.cash().cents(),
                                        total.subsidy().cents()))
                        .toList());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}

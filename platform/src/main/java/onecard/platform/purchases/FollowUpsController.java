package onecard.platform.purchases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.OneOf;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.Terminals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Records that somebody has to look at (异常记录), and what was done about them.
@RestController
@RequestMapping("/api/v1/follow-ups")
class FollowUpsController {
    private static final int NOTE_MAX = 200;

    private final FollowUpPages pages;
    private final Terminals terminals;
    private final Merchants merchants;
    private final People people;
    private final Settings settings;
    private final CurrentOperator operator;
    private final FollowUpDesk desk;

    FollowUpsController(
            FollowUpPages pages,
            Terminals terminals,
            Merchants merchants,
            People people,
            Settings settings,
            CurrentOperator operator,
            FollowUpDesk desk) {
        this.pages = pages;
        this.terminals = terminals;
        this.merchants = merchants;
        this.people = people;
        this.settings = settings;
        this.operator = operator;
        this.desk = desk;
    }

    /// What was done about it.
    record FollowUpSettled(OffsetDateTime at, String byName, String note) {}

    /// A record that somebody has to look at.
    ///
    /// @param fate whether it was booked all the same
    /// @param at when it happened
    /// @param terminalAt the terminal's own clock
    /// @param cardUid the card, where it was one
    /// @param amountCents what the terminal says it sold for
    /// @param decidedCents what it says was charged online
    /// @param number the journal row that was booked, or that stands against it
    record FollowUpItem(
            int id,
            OffsetDateTime foundAt,
            @OneOf(Records.Fate.class) String fate,
            List<FollowUpReason> reasons,
            int terminalId,
            String terminalSerial,
            Optional<Integer> machineNo,
            int merchantId,
            String merchantName,
            long seq,
            OffsetDateTime at,
            OffsetDateTime terminalAt,
            Optional<String> cardUid,
            long amountCents,
            Optional<Long> decidedCents,
            boolean offline,
            boolean overdraft,
            Optional<Integer> personId,
            Optional<String> personNo,
            Optional<String> personName,
            Optional<String> number,
            Optional<LocalDate> bookedOn,
            Optional<Long> cashAfterCents,
            Optional<FollowUpSettled> settled) {}

    @Needs(Permission.SEE_PURCHASES)
    @GetMapping
    Page<FollowUpItem> listFollowUps(
            @RequestParam Optional<Boolean> open,
            @RequestParam Optional<FollowUpReason> reason,
            @RequestParam Optional<Integer> terminalId,
            @RequestParam Optional<Integer> personId,
            @RequestParam Optional<@Positive Integer> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var filter = new FollowUpPages.Filter(open, reason, terminalId, personId);
        var rows = pages.newest(filter, operator.get().merchants().forSql(), after, most + 1);
        Page<FollowUpPages.Row> page = Page.cut(rows, most, row -> Integer.toString(row.id()));
        Names names = names(page.items());
        return page.map(row -> item(row, names));
    }

    record SettleBody(@NotBlank @Size(max = NOTE_MAX) String note) {}

    @Needs(Permission.CORRECT_CHARGES)
    @PostMapping("/{id}/settle")
    FollowUpItem settleFollowUp(
            @PathVariable @Positive int id, @Valid @RequestBody SettleBody body) {
        FollowUpPages.Row row = desk.settle(id, body.note().strip());
        return item(row, names(List.of(row)));
    }

    private record Names(
            Map<Integer, Terminal> terminals,
            Map<Integer, String> merchants,
            Map<PersonId, Person> people) {}

    private Names names(List<FollowUpPages.Row> rows) {
        var machines = new HashMap<Integer, Terminal>();
        var register = terminals.current();
        rows.forEach(row ->
                register.find(new TerminalId(row.terminal()))
                        .ifPresent(found -> machines.put(row.terminal(), found)));
        var who =
                rows.stream()
                        .flatMap(row -> row.account().stream())
                        .map(PersonId::new)
                        .collect(Collectors.toSet());
        return new Names(
                machines,
                merchants.all().stream()
                        .collect(Collectors.toMap(m -> m.id().value(), Merchant::name)),
                who.isEmpty() ? Map.of() : people.find(who));
    }

    private FollowUpItem item(FollowUpPages.Row row, Names names) {
        Optional<Terminal> terminal = Optional.ofNullable(names.terminals().get(row.terminal()));
        Optional<Person> person = row.account().map(id -> names.people().get(new PersonId(id)));
        boolean isCard = row.paper().kind() == 1 || row.paper().kind() == 2;
        return new FollowUpItem(
                row.id(),
                local(row.foundAt()),
                row.fate(),
                row.reasons(),
                row.terminal(),
                terminal.map(t -> t.serial().value()).orElse("?"),
                terminal.flatMap(t -> t.machineNo().map(no -> no.value())),
                row.merchant(),
                names.merchants().getOrDefault(row.merchant(), "?"),
                row.seq(),
                local(row.at()),
                local(row.terminalAt()),
                isCard ? Optional.of(row.paper().hex()) : Optional.empty(),
                row.amount(),
                row.decided(),
                row.offline(),
                row.overdraft(),
                row.account(),
                person.map(p -> p.number().value()),
                person.map(Person::name),
                row.number().map(WhyWords::readable),
                row.bookedOn(),
                row.cashAfter(),
                row.settled().map(s -> new FollowUpSettled(local(s.at()), s.byName(), s.note())));
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}

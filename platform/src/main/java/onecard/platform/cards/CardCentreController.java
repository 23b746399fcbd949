package onecard.platform.cards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.Money;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the card centre does with many people, some at a time: each of them is a transaction of its
/// own and can be repeated, so a call that is broken off is simply made again.
@RestController
@RequestMapping("/api/v1")
class CardCentreController {
    /// How many people one call takes.
    private static final int PEOPLE_MAX = 200;

    private final CardCentre centre;
    private final Cancellations cancellations;
    private final Replacements replacements;
    private final AccountStateTable states;
    private final HoldTable holds;
    private final People people;
    private final Messages messages;
    private final CurrentOperator operator;
    private final Settings settings;

    CardCentreController(
            CardCentre centre,
            Cancellations cancellations,
            Replacements replacements,
            AccountStateTable states,
            HoldTable holds,
            People people,
            Messages messages,
            CurrentOperator operator,
            Settings settings) {
        this.centre = centre;
        this.cancellations = cancellations;
        this.replacements = replacements;
        this.states = states;
        this.holds = holds;
        this.people = people;
        this.messages = messages;
        this.operator = operator;
        this.settings = settings;
    }

    record RefusedPerson(
            int personId, String personNo, String personName, String problem, String why) {}

    /// @param done how many it was done to
    record ManyDone(int done, List<RefusedPerson> refused) {}

    record ManyPeople(
            @NotNull @Size(min = 1, max = PEOPLE_MAX) List<@Positive Integer> personIds) {}

    record ManyExtended(
            @NotNull @Size(min = 1, max = PEOPLE_MAX) List<@Positive Integer> personIds,
            @NotNull LocalDate validUntil) {}

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/card-extensions")
    ManyDone extendCards(@Valid @RequestBody ManyExtended body) {
        return each(
                body.personIds(),
                person -> {
                    var _ = centre.extend(person, body.validUntil());
                });
    }

    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/accounts")
    ManyDone openAccounts(@Valid @RequestBody ManyPeople body) {
        return each(body.personIds(), person -> centre.openAccounts(List.of(person)));
    }

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/freezes")
    ManyDone freezeAccounts(@Valid @RequestBody ManyPeople body) {
        return each(body.personIds(), centre::freeze);
    }

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/unfreezes")
    ManyDone unfreezeAccounts(@Valid @RequestBody ManyPeople body) {
        return each(body.personIds(), centre::unfreeze);
    }

    private ManyDone each(List<Integer> ids, Consumer<PersonId> work) {
        var refused = new ArrayList<Cancellations.NotClosed>();
        for (int id : ids) {
            try {
                work.accept(new PersonId(id));
            } catch (Problem problem) {
                refused.add(new Cancellations.NotClosed(new PersonId(id), problem));
            }
        }
        return new ManyDone(ids.size() - refused.size(), named(refused));
    }

    record FrozenPerson(int personId, String personNo, String personName, int departmentId) {}

    /// @param total how many are frozen in all
    record FrozenPage(List<FrozenPerson> items, Optional<String> next, int total) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/freezes")
    FrozenPage listFrozen(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        int wanted = Page.limit(limit);
        var page =
                Page.cut(
                        states.frozen(after.orElse(0), wanted + 1),
                        wanted,
                        id -> Integer.toString(id.value()));
        Map<PersonId, Person> known = people.find(new HashSet<>(page.items()));
        var items =
                page.items().stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .map(person ->
                                new FrozenPerson(
                                        person.id().value(),
                                        person.number().value(),
                                        person.name(),
                                        person.department().value()))
                        .toList();
        return new FrozenPage(items, page.next(), states.countFrozen());
    }

    record CloseFrozenBody(
            @PositiveOrZero @Max(IssueOrder.COST_MAX_CENTS) long depositBackCents,
            Optional<Channel> channel,
            Optional<@PositiveOrZero Integer> after) {}

    /// @param after where to go on; absent when all frozen were looked at
    record FrozenClosed(int done, List<RefusedPerson> refused, Optional<Integer> after) {}

    @Needs(Permission.CLOSE_ACCOUNTS)
    @PostMapping("/freezes/close")
    FrozenClosed closeFrozen(@Valid @RequestBody CloseFrozenBody body) {
        var done =
                cancellations.closeFrozen(
                        body.after().orElse(0),
                        Money.ofCents(body.depositBackCents()),
                        body.channel().orElse(Channel.CASH));
        return new FrozenClosed(
                done.closed(), named(done.refused()), done.after().map(PersonId::value));
    }

    record SilentTerminal(
            String serial, String name, Optional<OffsetDateTime> lastReport, int unsent) {}

    /// A balance that is held for somebody.
    ///
    /// @param opens whether it can be taken over now
    record HeldBalance(
            int personId,
            OffsetDateTime lostAt,
            LocalDate opensOn,
            long daysLeft,
            boolean opens,
            long cashCents,
            long subsidyCents,
            List<SilentTerminal> silent) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/people/{id}/take-over")
    HeldBalance readHeldBalance(@PathVariable @Positive int id) {
        return replacements
                .held(new PersonId(id))
                .map(this::held)
                .orElseThrow(() -> Problem.of(CardProblems.NOTHING_HELD).with("personId", id));
    }

    record HeldPerson(
            int personId,
            String personNo,
            String personName,
            LocalDate opensOn,
            OffsetDateTime lostAt) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/held-balances")
    Page<HeldPerson> listHeldBalances(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        int wanted = Page.limit(limit);
        var page =
                Page.cut(
                        holds.open(after.orElse(0), wanted + 1),
                        wanted,
                        hold -> Integer.toString(hold.id()));
        var known = people.find(page.items().stream().map(HoldTable.Row::person).toList());
        return new Page<>(
                page.items().stream()
                        .map(hold -> {
                            var person = Optional.ofNullable(known.get(hold.person()));
                            return new HeldPerson(
                                    hold.person().value(),
                                    person.map(one -> one.number().value()).orElse(""),
                                    person.map(Person::name).orElse(""),
                                    hold.opensOn(),
                                    local(hold.lostAt()));
                        })
                        .toList(),
                page.next());
    }

    private HeldBalance held(Replacements.Held held) {
        return new HeldBalance(
                held.hold().person().value(),
                local(held.hold().lostAt()),
                held.hold().opensOn(),
                held.daysLeft(),
                held.opens(),
                held.cash().cents(),
                held.subsidy().cents(),
                held.silent().stream()
                        .map(one ->
                                new SilentTerminal(
                                        one.serial(),
                                        one.name(),
                                        one.lastReport().map(this::local),
                                        one.unsent()))
                        .toList());
    }

    private List<RefusedPerson> named(List<Cancellations.NotClosed> refused) {
        var known = people.find(refused.stream().map(Cancellations.NotClosed::person).toList());
        return refused.stream()
                .map(one -> {
                    var person = Optional.ofNullable(known.get(one.person()));
                    return new RefusedPerson(
                            one.person().value(),
                            person.map(p -> p.number().value()).orElse(""),
                            person.map(Person::name).orElse(""),
                            one.why().kind().name(),
                            words(one.why()));
                })
                .toList();
    }

    private String words(Problem problem) {
        return messages.say(
                operator.language(),
                "problem." + problem.kind().name() + ".detail",
                problem.fields());
    }

    private OffsetDateTime local(java.time.Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}

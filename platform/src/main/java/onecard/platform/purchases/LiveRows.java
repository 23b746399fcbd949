package onecard.platform.purchases;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.rules.CurrentRulebook;
import onecard.platform.rules.RuleId;
import onecard.platform.rules.Rulebook;
import onecard.platform.rules.Rules;
import onecard.platform.system.Language;
import onecard.platform.system.Settings;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.Refusal;
import org.springframework.stereotype.Component;

/// Gives names to rows of the journal. Terminals, merchants, meals and rules come from memory,
/// people in one statement for all rows.
@Component
class LiveRows {
    private final Terminals terminals;
    private final Merchants merchants;
    private final MealPeriods meals;
    private final People people;
    private final CurrentRulebook rulebook;
    private final Rules rules;
    private final Settings settings;
    private final WhyWords why;

    LiveRows(
            Terminals terminals,
            Merchants merchants,
            MealPeriods meals,
            People people,
            CurrentRulebook rulebook,
            Rules rules,
            Settings settings,
            WhyWords why) {
        this.terminals = terminals;
        this.merchants = merchants;
        this.meals = meals;
        this.people = people;
        this.rulebook = rulebook;
        this.rules = rules;
        this.settings = settings;
        this.why = why;
    }

    /// Returns the rows with their names, in one language.
    List<LiveRow> in(Language language, List<JournalLine> lines) {
        Named names = look(lines);
        return lines.stream().map(line -> row(line, names, language)).toList();
    }

    /// Looks up what these rows name.
    Named look(Collection<JournalLine> lines) {
        if (lines.isEmpty()) {
            return new Named(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        }
        Set<PersonId> who =
                lines.stream()
                        .flatMap(line -> line.row().who().stream())
                        .map(payer -> new PersonId(payer.account().value()))
                        .collect(Collectors.toSet());
        return new Named(
                byId(terminals.current().all(), terminal -> terminal.id().value()),
                merchants.all().stream()
                        .collect(Collectors.toMap(m -> m.id().value(), Merchant::name)),
                byId(meals.meals(), meal -> meal.id().value()),
                who.isEmpty()
                        ? Map.of()
                        : byId(people.find(who).values(), person -> person.id().value()),
                ruleNames(lines));
    }

    private static <T> Map<Integer, T> byId(Collection<T> all, Function<T, Integer> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /// The book knows the rules that are switched on; the others are looked up one by one, they are
    /// few.
    private Map<Integer, String> ruleNames(Collection<JournalLine> lines) {
        Rulebook book = rulebook.get();
        var names = new HashMap<Integer, String>();
        lines.stream()
                .flatMap(line -> line.row().bound().stream())
                .map(Outcome.Bound::rule)
                .filter(rule -> rule > 0)
                .distinct()
                .forEach(rule ->
                        book.rule(new RuleId(rule))
                                .map(found -> found.name())
                                .or(() ->
                                        rules.find(new RuleId(rule))
                                                .map(entry -> entry.draft().name()))
                                .ifPresent(name -> names.put(rule, name)));
        return names;
    }

    /// Returns one row with its names.
    LiveRow row(JournalLine line, Named names, Language language) {
        JournalRow row = line.row();
        Bill bill = row.bill();
        ZoneId zone = settings.current().zone();
        Optional<Terminal> terminal = names.terminal(row.place().terminal());
        Optional<Person> person = row.who().flatMap(who -> names.person(who.account().value()));
        Optional<Outcome.Bound> limit =
                row.refusal().flatMap(_ -> row.bound()).filter(LiveRows::namesLimit);
        Optional<Integer> rule = row.bound().map(Outcome.Bound::rule).filter(id -> id > 0);
        return new LiveRow(
                WhyWords.readable(row.number()),
                row.at().atZone(zone).toOffsetDateTime(),
                row.day().businessDay(),
                terminal.map(t -> t.serial().value()).orElse("?"),
                terminal.flatMap(t -> t.machineNo().map(no -> no.value())),
                row.place().merchant(),
                names.merchant(row.place().merchant()).orElse("?"),
                row.day().meal(),
                row.day().meal().flatMap(meal -> names.meal(meal, language)),
                row.who().map(who -> who.account().value()),
                person.map(p -> p.number().value()),
                person.map(Person::name),
                row.kind().name(),
                row.refusal().map(Refusal::name).orElse("TAKEN"),
                row.refusal().isPresent() ? row.content().keyed().cents() : bill.gross().cents(),
                bill.discount().cents(),
                bill.net().cents(),
                bill.cash().cents(),
                bill.subsidy().cents(),
                row.who().map(who -> who.cashAfter().cents()),
                row.who().map(who -> who.subsidyAfter().cents()),
                rule,
                rule.flatMap(names::rule),
                limit.flatMap(Outcome.Bound::window),
                limit.map(Outcome.Bound::limit),
                limit.map(Outcome.Bound::used),
                limit.map(Outcome.Bound::left),
                line.voided(),
                why.sentence(line, names, language));
    }

    /// Outside the allowed times a rule refuses without a limit.
    private static boolean namesLimit(Outcome.Bound bound) {
        return bound.window().isPresent() || bound.limit() > 0;
    }
}

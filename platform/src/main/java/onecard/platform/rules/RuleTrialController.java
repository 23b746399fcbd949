package onecard.platform.rules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.GroupId;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Needs;
import onecard.platform.system.OneOf;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tries the rules on a purchase that nobody makes (试算). It looks at rules only: neither at cards
/// nor at balances.
@RestController
@RequestMapping("/api/v1/rules/try")
class RuleTrialController {
    private final CurrentRulebook rulebook;
    private final People people;
    private final Merchants merchants;
    private final MealPeriods meals;
    private final Settings settings;
    private final ObjectProvider<TryGround> ground;
    private final Messages messages;
    private final CurrentOperator operator;

    RuleTrialController(
            CurrentRulebook rulebook,
            People people,
            Merchants merchants,
            MealPeriods meals,
            Settings settings,
            ObjectProvider<TryGround> ground,
            Messages messages,
            CurrentOperator operator) {
        this.rulebook = rulebook;
        this.people = people;
        this.merchants = merchants;
        this.meals = meals;
        this.settings = settings;
        this.ground = ground;
        this.messages = messages;
        this.operator = operator;
    }

    /// A purchase to try.
    ///
    /// @param personId whose group and usage count; else
    /// @param groupId a member of this group who has bought nothing yet; else somebody without one
    /// @param terminalId where, or
    /// @param merchantId at which merchant, at no terminal that a rule names
    /// @param at when
    record TrialBody(
            Optional<@Positive Integer> personId,
            Optional<@Positive Integer> groupId,
            Optional<@Positive Integer> terminalId,
            Optional<@Positive Integer> merchantId,
            @NotNull OffsetDateTime at,
            @NotNull Mode mode,
            @Min(0) @Max(9_999_999) long amountCents) {}

    /// What the rules say.
    ///
    /// @param verdict `ALLOWED` or the name of the refusal
    /// @param ruleId the rule that refused, or that made the price
    record TrialItem(
            @OneOf(value = Refusal.class, or = "ALLOWED") String verdict,
            long grossCents,
            long discountCents,
            long surchargeCents,
            long netCents,
            Optional<Integer> ruleId,
            Optional<String> ruleName,
            Optional<Window> window,
            Optional<Long> limit,
            Optional<Long> used,
            Optional<Long> left,
            String sentence) {}

    @Needs(Permission.SEE_RULES)
    @PostMapping
    TrialItem tryRules(@Valid @RequestBody TrialBody body) {
        Rulebook book = rulebook.get();
        Optional<PersonId> person = body.personId().map(PersonId::new);
        Usage usage =
                person.flatMap(id -> ground.stream().findFirst().map(each -> each.usageOf(id)))
                        .orElse(Usage.NONE);
        Money keyed = body.mode() == Mode.COUNT ? Money.ZERO : Money.ofCents(body.amountCents());
        Verdict verdict = book.decide(new Facts(occasion(body, person), body.mode(), keyed, usage));
        return item(book, verdict);
    }

    private Occasion occasion(TrialBody body, Optional<PersonId> person) {
        Optional<GroupId> group = body.groupId().map(GroupId::new);
        if (person.isPresent()) {
            group =
                    people.find(person.get())
                            .map(Person::group)
                            .orElseThrow(() -> Problem.field("personId", "error.rules.no-such"));
        }
        MerchantId merchant = merchant(body);
        ZonedDateTime at = body.at().atZoneSameInstant(settings.current().zone());
        MealMoment moment = meals.current().at(merchant, at.toInstant());
        return new Occasion(
                group,
                merchant,
                body.terminalId().orElse(0),
                at.toLocalDateTime(),
                moment.businessDay(),
                moment.mealId());
    }

    private MerchantId merchant(TrialBody body) {
        Optional<MerchantId> stands =
                body.terminalId()
                        .flatMap(terminal ->
                                ground.stream()
                                        .findFirst()
                                        .flatMap(each -> each.merchantOf(terminal)));
        if (body.terminalId().isPresent() && stands.isEmpty() && body.merchantId().isEmpty()) {
            throw Problem.field("terminalId", "error.rules.no-such");
        }
        MerchantId merchant =
                stands.or(() -> body.merchantId().map(MerchantId::new))
                        .orElseThrow(() -> Problem.field("merchantId", "error.rules.where"));
        if (merchants.find(merchant).isEmpty()) {
            throw Problem.field("merchantId", "error.rules.no-such");
        }
        return merchant;
    }

    private TrialItem item(Rulebook book, Verdict verdict) {
        Optional<Verdict.Reached> reached =
                switch (verdict) {
                    case Verdict.Refused refused -> refused.reached();
                    case Verdict.Allowed _ -> Optional.empty();
                };
        Optional<RuleId> rule =
                switch (verdict) {
                    case Verdict.Refused refused -> Optional.of(refused.rule());
                    case Verdict.Allowed(var price, _, _) -> price.rule();
                };
        Optional<String> ruleName = rule.flatMap(book::rule).map(Rule::name);
        return new TrialItem(
                switch (verdict) {
                    case Verdict.Refused refused -> refused.code().name();
                    case Verdict.Allowed _ -> "ALLOWED";
                },
                verdict.price().gross().cents(),
                verdict.price().discount().cents(),
                verdict.price().surchargeAmount().cents(),
                verdict.price().net().cents(),
                rule.map(RuleId::value),
                ruleName,
                reached.map(Verdict.Reached::window),
                reached.map(Verdict.Reached::limit),
                reached.map(Verdict.Reached::used),
                reached.map(Verdict.Reached::left),
                sentence(verdict, ruleName));
    }

    private String sentence(Verdict verdict, Optional<String> ruleName) {
        Map<String, Object> values = new HashMap<>();
        values.put("rule", ruleName.orElse(""));
        values.put("gross", verdict.price().gross().cents());
        values.put("net", verdict.price().net().cents());
        String key =
                switch (verdict) {
                    case Verdict.Allowed _ ->
                            ruleName.isPresent() ? "rules.try.priced" : "rules.try.allowed";
                    case Verdict.Refused(_, Refusal code, _, var reached)
                            when reached.isPresent() -> {
                        values.put("limit", reached.get().limit());
                        values.put("used", reached.get().used());
                        values.put("left", reached.get().left());
                        values.put(
                                "window",
                                messages.say(
                                        operator.language(),
                                        "rules.window." + reached.get().window().name()));
                        yield code == Refusal.COUNT_LIMIT ? "rules.try.count" : "rules.try.amount";
                    }
                    case Verdict.Refused _ -> "rules.try.times";
                };
        return messages.say(operator.language(), key, values);
    }
}

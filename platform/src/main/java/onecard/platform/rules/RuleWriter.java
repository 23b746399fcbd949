package onecard.platform.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onecard.vocabulary.Window;

/// Makes a rule book of what is kept: the entries that are switched on, with the identities of
/// their limits.
final class RuleWriter {
    private final List<RuleEntry> active;

    RuleWriter(List<RuleEntry> entries) {
        this.active = entries.stream().filter(entry -> entry.draft().active()).toList();
    }

    /// Says for every limit the rules need what it counts.
    List<RuleLimitTable.Coverage> coverages() {
        String groupsWithRules = groupsWithRules();
        List<RuleLimitTable.Coverage> coverages = new ArrayList<>();
        for (RuleEntry entry : active) {
            String purchases = purchases(entry.draft(), groupsWithRules);
            for (Window window : windows(entry.draft())) {
                coverages.add(new RuleLimitTable.Coverage(entry.id(), window, purchases));
            }
        }
        return coverages;
    }

    Rulebook book(List<RuleLimitTable.Row> limits) {
        Map<RuleId, Map<Window, LimitId>> ids = new HashMap<>();
        for (RuleLimitTable.Row row : limits) {
            ids.computeIfAbsent(row.coverage().rule(), _ -> new HashMap<>())
                    .put(row.coverage().window(), row.id());
        }
        return Rulebook.of(
                active.stream()
                        .map(entry -> rule(entry, ids.getOrDefault(entry.id(), Map.of())))
                        .toList());
    }

    /// Describes the purchases a rule covers, always in the same words, so that two texts are equal
    /// when the purchases are. A site default also depends on who has rules of their own.
    private static String purchases(RuleDraft draft, String groupsWithRules) {
        RuleForm form = RuleForm.of(draft);
        return "%s at %s/%s in %s %s on %s from %s to %s"
                .formatted(
                        draft.siteDefault() ? "all but " + groupsWithRules : form.groups(),
                        form.merchants(),
                        form.terminals(),
                        form.meals(),
                        draft.times().stream()
                                .map(each -> each.from() + "-" + each.to())
                                .sorted()
                                .toList(),
                        form.weekdays(),
                        draft.validFrom().map(Object::toString).orElse("ever"),
                        draft.validTo().map(Object::toString).orElse("ever"));
    }

    private String groupsWithRules() {
        return active.stream()
                .map(RuleEntry::draft)
                .filter(draft -> !draft.siteDefault())
                .map(draft ->
                        RuleForm.of(draft).groups()
                                + draft.validFrom().map(day -> " from " + day).orElse("")
                                + draft.validTo().map(day -> " to " + day).orElse(""))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList()
                .toString();
    }

    private static Set<Window> windows(RuleDraft draft) {
        EnumSet<Window> windows = EnumSet.noneOf(Window.class);
        windows.addAll(draft.countLimits().keySet());
        windows.addAll(draft.amountLimits().keySet());
        windows.remove(Window.PURCHASE);
        if (draft.pricing().orElse(null) instanceof Pricing.ByMealNumber) {
            windows.add(Window.MEAL);
        }
        return windows;
    }

    private static Rule rule(RuleEntry entry, Map<Window, LimitId> ids) {
        RuleDraft draft = entry.draft();
        List<Limit> limits = new ArrayList<>();
        for (Window window : windows(draft)) {
            LimitId id =
                    Optional.ofNullable(ids.get(window))
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "Rule %s has no limit for a %s"
                                                    .formatted(entry.id(), window)));
            Integer count = draft.countLimits().get(window);
            limits.add(
                    new Limit(
                            id,
                            window,
                            count == null ? OptionalInt.empty() : OptionalInt.of(count),
                            Optional.ofNullable(draft.amountLimits().get(window))));
        }
        return new Rule(
                entry.id(),
                draft.name(),
                draft.order(),
                new Rule.Whom(draft.groups(), draft.siteDefault()),
                new Rule.Where(draft.merchants(), draft.terminals()),
                new Rule.When(
                        draft.meals(),
                        draft.times(),
                        draft.weekdays(),
                        draft.validFrom(),
                        draft.validTo(),
                        draft.onlyThen()),
                limits,
                Optional.ofNullable(draft.amountLimits().get(Window.PURCHASE)),
                draft.pricing(),
                draft.overdraft(),
                draft.minimumBalance());
    }
}

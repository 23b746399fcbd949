package onecard.platform.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// Makes the rule book that would be: the rules as they are kept, with some changed, added or left
/// out. Nothing of it is kept.
@Component
class WhatIfBook {
    private final RuleTable table;
    private final RuleCheck check;

    WhatIfBook(RuleTable table, RuleCheck check) {
        this.table = table;
        this.check = check;
    }

    /// @throws Problem if a rule is nonsense or does not exist
    Rulebook of(List<WhatIfOrder.Change> changes, List<Integer> without) {
        List<RuleEntry> entries = new ArrayList<>(table.all());
        for (int id : without) {
            if (!entries.removeIf(entry -> entry.id().value() == id)) {
                throw Problem.notFound("rule", id);
            }
        }
        for (WhatIfOrder.Change change : changes) {
            RuleCheck.mustBeWellFormed(change.rule());
            Optional<RuleId> replaced = change.id().map(RuleId::new);
            check.mustMakeSense(change.rule().draft(), List.copyOf(entries), replaced);
            RuleId id = replaced.orElseGet(() -> free(entries));
            if (!entries.removeIf(entry -> entry.id().equals(id)) && replaced.isPresent()) {
                throw Problem.notFound("rule", id.value());
            }
            entries.add(new RuleEntry(id, 1, change.rule().draft()));
        }
        var writer = new RuleWriter(entries);
        List<RuleLimitTable.Row> limits = new ArrayList<>();
        for (RuleLimitTable.Coverage coverage : writer.coverages()) {
            limits.add(new RuleLimitTable.Row(new LimitId(limits.size() + 1), coverage));
        }
        return writer.book(limits);
    }

    private static RuleId free(List<RuleEntry> entries) {
        int last = entries.stream().mapToInt(entry -> entry.id().value()).max().orElse(0);
        return new RuleId(last + 1);
    }
}

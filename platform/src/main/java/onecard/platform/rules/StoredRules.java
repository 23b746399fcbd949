package onecard.platform.rules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The trade rules as they are stored. Raising the version first makes those who change rules wait
/// for each other.
@Service
class StoredRules implements Rules {
    private final RuleTable table;
    private final RuleMentionTable mentions;
    private final RuleHistoryTable history;
    private final RuleLimitTable limits;
    private final RuleCheck check;
    private final Versions versions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;

    StoredRules(
            RuleTable table,
            RuleMentionTable mentions,
            RuleHistoryTable history,
            RuleLimitTable limits,
            RuleCheck check,
            Versions versions,
            AuditTrail audit,
            ApplicationEventPublisher news,
            InstantSource clock) {
        this.table = table;
        this.mentions = mentions;
        this.history = history;
        this.limits = limits;
        this.check = check;
        this.versions = versions;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public List<RuleEntry> all() {
        return table.all().stream().sorted(RuleEntry.BY_ORDER).toList();
    }

    @Override
    public Optional<RuleEntry> find(RuleId id) {
        return table.all().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    @Transactional
    public RuleEntry add(RuleDraft draft) {
        versions.raise(Versioned.RULES);
        check.mustMakeSense(draft, table.all(), Optional.empty());
        RuleEntry added = stored(() -> table.add(draft));
        note(added);
        audit.record("rules.rule-added", subject(added), Map.of("rule", RuleForm.of(draft)));
        return added;
    }

    @Override
    @Transactional
    public RuleEntry change(RuleId id, RuleDraft draft, Optional<Integer> version) {
        versions.raise(Versioned.RULES);
        RuleEntry before = lock(id);
        version.ifPresent(seen -> new Revision(seen).mustBe(before.version()));
        check.mustMakeSense(draft, table.all(), Optional.of(id));
        RuleEntry after = new RuleEntry(id, before.version() + 1, draft);
        stored(() -> {
            table.change(after);
            return after;
        });
        note(after);
        audit.record(
                "rules.rule-changed",
                subject(after),
                Map.of("before", RuleForm.of(before.draft()), "rule", RuleForm.of(draft)));
        return after;
    }

    @Override
    @Transactional
    public void remove(RuleId id) {
        versions.raise(Versioned.RULES);
        RuleEntry before = lock(id);
        RuleEntry after = new RuleEntry(id, before.version() + 1, before.draft());
        table.remove(id, after.version());
        mentions.forget(id);
        Instant now = clock.instant();
        history.note(after, now, Optional.empty());
        openAndClose(now);
        audit.record(
                "rules.rule-removed",
                subject(before),
                Map.of("before", RuleForm.of(before.draft())));
    }

    private RuleEntry lock(RuleId id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound("rule", id.value()));
    }

    private interface Storing {
        RuleEntry store();
    }

    private static RuleEntry stored(Storing work) {
        try {
            return work.store();
        } catch (DuplicateKeyException taken) {
            throw Problem.field("name", "error.rules.name-taken");
        }
    }

    private void note(RuleEntry entry) {
        mentions.note(entry.id(), entry.draft());
        Instant now = clock.instant();
        history.note(entry, now, Optional.of(table.text(entry.draft())));
        openAndClose(now);
    }

    /// Gives every limit that now counts other purchases a new identity, and tells so within this
    /// transaction.
    private void openAndClose(Instant now) {
        RuleWriter writer = new RuleWriter(table.all());
        Map<RuleLimitTable.Coverage, RuleLimitTable.Row> before = new HashMap<>();
        limits.openOnes().forEach(row -> before.put(row.coverage(), row));
        List<RuleLimitTable.Coverage> needed = writer.coverages();
        List<LimitId> closed = new ArrayList<>();
        before.forEach((coverage, row) -> {
            if (!needed.contains(coverage)) {
                limits.close(row.id(), now);
                closed.add(row.id());
            }
        });
        List<RuleLimitTable.Row> after = new ArrayList<>();
        List<LimitId> opened = new ArrayList<>();
        for (RuleLimitTable.Coverage coverage : needed) {
            RuleLimitTable.Row row = before.get(coverage);
            if (row == null) {
                row = limits.open(coverage, now);
                opened.add(row.id());
            }
            after.add(row);
        }
        if (!opened.isEmpty() || !closed.isEmpty()) {
            news.publishEvent(LimitsChanged.of(writer.book(after), opened, closed));
        }
    }

    private static String subject(RuleEntry entry) {
        return "rule " + entry.id().value() + " " + entry.draft().name();
    }
}

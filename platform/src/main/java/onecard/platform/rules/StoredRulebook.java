package onecard.platform.rules;

import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The rule book as it stood at one version, kept in memory until the version differs.
@Component
class StoredRulebook implements CurrentRulebook {
    private final RuleTable rules;
    private final RuleLimitTable limits;
    private final Versions versions;
    private final TransactionTemplate consistent;
    private volatile @Nullable Kept last;

    private record Kept(long version, Rulebook book) {}

    StoredRulebook(
            RuleTable rules,
            RuleLimitTable limits,
            Versions versions,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.limits = limits;
        this.versions = versions;
        this.consistent = new TransactionTemplate(transactions);
        this.consistent.setReadOnly(true);
        this.consistent.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.consistent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Rulebook get() {
        return at(versions.read().getOrDefault(Versioned.RULES, 0L));
    }

    /// If somebody changed more since the caller read the version, the answer is newer: that is a
    /// change taking effect at the next transaction.
    @Override
    public Rulebook at(long version) {
        Kept kept = last;
        return kept != null && kept.version() == version ? kept.book() : reload(version);
    }

    /// One at a time, in a transaction of its own together with the version, so that what a caller
    /// has changed and not committed is never kept.
    private synchronized Rulebook reload(long version) {
        Kept kept = last;
        if (kept != null && kept.version() == version) {
            return kept.book();
        }
        Kept read = consistent.execute(_ -> read());
        last = read;
        return read.book();
    }

    private Kept read() {
        return new Kept(
                versions.read().getOrDefault(Versioned.RULES, 0L),
                new RuleWriter(rules.all()).book(limits.openOnes()));
    }
}

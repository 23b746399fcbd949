package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.jobs.JobRun;
import onecard.platform.jobs.JobWork;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Permission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Replays a stretch of the past by other rules (模拟测算, `W-07`): who would have been refused, or
/// charged differently. It writes nothing but what it found.
@Service
class WhatIfWork implements JobWork<WhatIfOrder> {
    static final String KIND = "what-if";

    /// The most purchases that are listed one by one; the totals count all.
    static final int LISTED_MAX = 10_000;

    /// How long a finding is kept.
    static final Duration KEPT = Duration.ofDays(7);

    private static final int ENTRIES_PER_LOOK = 1_000;

    private final WhatIfBook books;
    private final ObjectProvider<PastPurchases> past;
    private final WhatIfTable table;
    private final WhatIfResultTable results;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    WhatIfWork(
            WhatIfBook books,
            ObjectProvider<PastPurchases> past,
            WhatIfTable table,
            WhatIfResultTable results,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.books = books;
        this.past = past;
        this.table = table;
        this.results = results;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// A replay is over. What it found is read elsewhere, by whoever asked and nobody else.
    record Finished(LocalDate from, LocalDate to) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission needs(WhatIfOrder order) {
        return Permission.EDIT_RULES;
    }

    @Override
    public Class<WhatIfOrder> order() {
        return WhatIfOrder.class;
    }

    @Override
    public Object run(WhatIfOrder order, JobRun run) {
        Rulebook book = books.of(order.changes(), order.without());
        var range = new PastPurchases.Range(begin(order.from()), order.from(), order.to());
        var totals = new WhatIfTotals();
        List<WhatIfTable.Row> rows = new ArrayList<>();
        replay(book, range, new Looking(run, order.scope()), totals, rows);
        run.check();
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            results.forget(run.id(), now.minus(KEPT));
            table.forget(run.id(), now.minus(KEPT));
            results.add(run.id(), now, found(order, totals, rows.size()));
            table.add(run.id(), now, rows);
        });
        return new Finished(order.from(), order.to());
    }

    private record Looking(JobRun run, MerchantScope scope) {}

    private static WhatIfFound found(WhatIfOrder order, WhatIfTotals totals, int listed) {
        WhatIfTotals.Total total = totals.total();
        return new WhatIfFound(
                order.from(),
                order.to(),
                total,
                total.different(),
                listed,
                totals.groups(),
                totals.merchants(),
                totals.meals());
    }

    private void replay(
            Rulebook book,
            PastPurchases.Range range,
            Looking looking,
            WhatIfTotals totals,
            List<WhatIfTable.Row> rows) {
        PastPurchases journal = past.getObject();
        JobRun run = looking.run();
        MerchantScope scope = looking.scope();
        long all = journal.count(range);
        run.progress(0, all);
        var replay = new Replay(book, range.from(), range.to());
        long[] done = {0};
        journal.forEach(
                range,
                entry -> {
                    done[0]++;
                    if (done[0] % ENTRIES_PER_LOOK == 0) {
                        run.check();
                        run.progress(done[0], all);
                    }
                    replay.next(entry)
                            .filter(it -> scope.covers(it.was().occasion().merchant().value()))
                            .ifPresent(decided -> {
                                totals.add(decided);
                                list(book, decided, rows);
                            });
                });
        run.progress(all, all);
    }

    private static void list(Rulebook book, Replay.Decided decided, List<WhatIfTable.Row> rows) {
        if (decided.effect() != Effect.SAME && rows.size() < LISTED_MAX) {
            String rule = decided.rule().flatMap(book::rule).map(Rule::name).orElse("");
            rows.add(WhatIfTable.Row.of(rows.size() + 1, decided, rule));
        }
    }

    /// The first business day of any window that the first day of the range can lie in.
    private static LocalDate begin(LocalDate from) {
        LocalDate week = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = from.withDayOfMonth(1);
        return week.isBefore(month) ? week : month;
    }
}

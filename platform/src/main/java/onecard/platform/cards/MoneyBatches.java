package onecard.platform.cards;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.imports.ImportOutcomes;
import onecard.platform.jobs.JobRun;
import onecard.platform.jobs.JobWork;
import onecard.platform.jobs.Jobs;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonSearch;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Money for many people in one go (`M-152`, `M-169`). Who is meant is written down once, in order
/// of the accounts; then chunk after chunk is one transaction that books, notes each person as
/// served, and lets the tills in between. It can be killed anywhere and goes on with whoever is
/// still waiting: nobody is served twice.
@Service
class MoneyBatches implements JobWork<MoneyBatches.Order> {
    static final String KIND = "money-batch";

    private final MoneyBatchTable table;
    private final BatchLineTable lines;
    private final BatchServer server;
    private final Desk desk;
    private final ObjectProvider<ImportOutcomes> outcomes;
    private final People people;
    private final ObjectProvider<Jobs> jobs;
    private final Settings settings;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MoneyBatches(
            MoneyBatchTable table,
            BatchLineTable lines,
            BatchServer server,
            Desk desk,
            ObjectProvider<ImportOutcomes> outcomes,
            People people,
            ObjectProvider<Jobs> jobs,
            Settings settings,
            CurrentOperator operator,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.lines = lines;
        this.server = server;
        this.desk = desk;
        this.outcomes = outcomes;
        this.people = people;
        this.jobs = jobs;
        this.settings = settings;
        this.operator = operator;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What the job is told.
    record Order(int batch) {}

    /// How a batch ended.
    record Result(
            int batch, int people, int booked, int refused, long cashCents, long subsidyCents) {}

    /// A batch that was begun.
    record Started(int batch, int job) {}

    /// Begins a batch for these people, or for those the batch describes if there are none.
    @Transactional
    Started start(MoneyBatch wanted, List<PersonId> chosen) {
        int batch = write(wanted, chosen);
        return new Started(batch, jobs.getObject().start(KIND, new Order(batch)).id());
    }

    /// Writes down what is asked for.
    @Transactional
    int write(MoneyBatch wanted, List<PersonId> chosen) {
        var today = settings.current().siteDay(clock.instant());
        if (wanted.subsidyUntil().filter(day -> day.isBefore(today)).isPresent()) {
            throw Problem.field(
                    "subsidyUntil", "error.cards.until-past", Map.of("day", today.toString()));
        }
        int batch = table.add(wanted, wanted.kind().isCash() ? desk.cashier() : operator.get());
        if (!chosen.isEmpty()) {
            cut(batch, wanted, chosen);
        }
        audit.record(
                "cards.batch-started",
                "batch " + batch,
                Map.of(
                        "kind",
                        wanted.kind().name(),
                        "amountCents",
                        wanted.amount().cents(),
                        "people",
                        chosen.size(),
                        "remark",
                        wanted.remark()));
        return batch;
    }

    private void cut(int batch, MoneyBatch wanted, List<PersonId> people) {
        table.cut(
                batch,
                lines.cut(
                        batch,
                        people.stream()
                                .distinct()
                                .sorted()
                                .map(person -> BatchLine.of(wanted, person))
                                .toList()));
    }

    /// Begins a batch whose people each have amounts of their own.
    @Transactional
    Started startTable(MoneyBatch wanted, Collection<BatchLine> rows) {
        int batch = writeTable(wanted, rows);
        return new Started(batch, jobs.getObject().start(KIND, new Order(batch)).id());
    }

    /// Writes down a table.
    @Transactional
    int writeTable(MoneyBatch wanted, Collection<BatchLine> rows) {
        boolean cash = rows.stream().anyMatch(line -> line.cash().isPositive());
        int batch = table.add(wanted, cash ? desk.cashier() : operator.get());
        table.cut(batch, lines.cut(batch, rows.stream().sorted(BatchLine.ORDER).toList()));
        audit.record(
                "cards.batch-started",
                "batch " + batch,
                Map.of(
                        "kind",
                        wanted.kind().name(),
                        "people",
                        rows.size(),
                        "channel",
                        wanted.channel().name(),
                        "remark",
                        wanted.remark()));
        return batch;
    }

    /// Begins to take a batch back, line by line.
    @Transactional
    Started undo(int id) {
        int batch = writeUndo(id);
        return new Started(batch, jobs.getObject().start(KIND, new Order(batch)).id());
    }

    /// Writes down what is to be taken back of a batch.
    @Transactional
    int writeUndo(int id) {
        var done = table.find(id).orElseThrow(() -> Problem.notFound("batch", id));
        if (done.undoes().isPresent() || table.isUndone(id)) {
            throw Problem.of(CardProblems.UNDO_DONE).with("operationId", id);
        }
        boolean cash = lines.count(id).cash().isPositive();
        int batch =
                table.add(
                        MoneyBatch.undoOf(done, clock.instant()),
                        cash ? desk.cashier() : operator.get());
        table.cut(batch, lines.cutUndo(batch, id));
        audit.record(
                "cards.batch-undone",
                "batch " + id,
                Map.of("kind", done.kind().name(), "remark", done.remark()));
        return batch;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission needs(Order order) {
        return Permission.MONEY_BATCH;
    }

    @Override
    public Class<Order> order() {
        return Order.class;
    }

    @Override
    public Object run(Order order, JobRun run) {
        var batch = written(order.batch(), run);
        int chunks = batch.chunks().orElse(0);
        for (int chunk = 0; chunk < chunks; chunk++) {
            run.check();
            int number = chunk;
            transaction.executeWithoutResult(_ -> server.serve(batch, number));
            run.progress(chunk + 1L, chunks);
        }
        var counts = lines.count(order.batch());
        if (batch.undoes().isEmpty()) {
            batch.importId()
                    .ifPresent(id ->
                            outcomes.getObject()
                                    .total(id, MoneyJudge.sums(counts.cash(), counts.subsidy())));
        }
        return new Result(
                order.batch(),
                counts.people(),
                counts.booked(),
                counts.refused(),
                counts.cash().cents(),
                counts.subsidy().cents());
    }

    /// Writes down who is meant, if that was not done yet.
    private MoneyBatch written(int id, JobRun run) {
        var batch = table.find(id).orElseThrow(() -> Problem.notFound("batch", id));
        if (batch.chunks().isPresent()) {
            return batch;
        }
        var meant = new ArrayList<PersonId>();
        var search =
                new PersonSearch(
                        "",
                        batch.department(),
                        batch.group(),
                        Optional.empty(),
                        PersonSearch.LIMIT_MAX);
        var page = people.search(search);
        while (!page.isEmpty()) {
            run.check();
            page.forEach(person -> meant.add(person.id()));
            page =
                    people.search(
                            new PersonSearch(
                                    "",
                                    batch.department(),
                                    batch.group(),
                                    Optional.of(page.getLast().number()),
                                    PersonSearch.LIMIT_MAX));
        }
        transaction.executeWithoutResult(_ -> cut(id, batch, meant));
        return table.find(id).orElseThrow(() -> Problem.notFound("batch", id));
    }
}

package onecard.platform.cards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.jobs.JobRun;
import onecard.platform.jobs.JobWork;
import onecard.platform.jobs.Jobs;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Side;
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
    private final AccountStateTable states;
    private final Desk desk;
    private final Ledger ledger;
    private final People people;
    private final ObjectProvider<Jobs> jobs;
    private final Settings settings;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MoneyBatches(
            MoneyBatchTable table,
            AccountStateTable states,
            Desk desk,
            Ledger ledger,
            People people,
            ObjectProvider<Jobs> jobs,
            Settings settings,
            CurrentOperator operator,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.states = states;
        this.desk = desk;
        this.ledger = ledger;
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
    record Result(int batch, int people, int booked, int refused) {}

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
            table.cut(batch, chosen);
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
            transaction.executeWithoutResult(_ -> serve(batch, number));
            run.progress(chunk + 1L, chunks);
        }
        var counts = table.count(order.batch());
        return new Result(order.batch(), counts.people(), counts.booked(), counts.refused());
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
        transaction.executeWithoutResult(_ -> table.cut(id, meant));
        return table.find(id).orElseThrow(() -> Problem.notFound("batch", id));
    }

    private void serve(MoneyBatch batch, int number) {
        var waiting = table.waiting(batch.id(), number);
        if (waiting.isEmpty()) {
            return;
        }
        var accounts = waiting.stream().map(id -> new AccountId(id.value())).toList();
        var locked = ledger.lock(accounts);
        var open = states.read(waiting);
        var site = settings.current();
        var now = clock.instant();
        var chunk = new BatchChunk(batch, site, now, Side.desk(operator.get().id()));
        for (var person : waiting) {
            chunk.add(
                    person,
                    Optional.ofNullable(open.get(person)),
                    Optional.ofNullable(locked.get(new AccountId(person.value()))));
        }
        var booked = desk.book(new HashMap<>(locked), chunk.transfers(), site, now);
        if (batch.kind() == BatchKind.SUBSIDY) {
            ledger.subsidyUntil(chunk.servedAccounts(), batch.subsidyUntil());
        }
        table.done(
                batch.id(),
                booked.map(Booked::on).orElseGet(() -> today(site)),
                chunk.results(booked.map(Booked::first).orElse(0L)));
        booked.ifPresent(_ -> desk.note(chunk.deed(booked), site, now));
    }

    private LocalDate today(onecard.platform.system.SiteSettings site) {
        return clock.instant().atZone(site.zone()).toLocalDate();
    }
}

package onecard.platform.cards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onecard.platform.imports.ImportOutcomes;
import onecard.platform.imports.RowNote;
import onecard.platform.jobs.JobRun;
import onecard.platform.jobs.JobWork;
import onecard.platform.jobs.Jobs;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.PersonId;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Cards issued from a table, some in a transaction, each as by hand: who is in the way gets none
/// and is told. It can be killed anywhere and goes on with the rows that wait. The undo takes the
/// cards back in the same way.
@Service
class IssueBatches implements JobWork<IssueBatches.Order> {
    static final String KIND = "issue-batch";

    /// How many cards one transaction issues: the accounts stay locked so long.
    static final int CHUNK = 50;

    private final IssueRowTable rows;
    private final CardIssueTable issues;
    private final StoredCardCentre centre;
    private final Cancellations cancellations;
    private final Ledger ledger;
    private final ObjectProvider<ImportOutcomes> outcomes;
    private final ObjectProvider<Jobs> jobs;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    IssueBatches(
            IssueRowTable rows,
            CardIssueTable issues,
            StoredCardCentre centre,
            Cancellations cancellations,
            Ledger ledger,
            ObjectProvider<ImportOutcomes> outcomes,
            ObjectProvider<Jobs> jobs,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.issues = issues;
        this.centre = centre;
        this.cancellations = cancellations;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// What the job is told.
    record Order(int importId, boolean undo) {}

    /// How it ended.
    record Result(int rows, int issued, int undone) {}

    /// Writes the cards down and begins to issue them.
    @Transactional
    int start(int importId, List<IssueRowTable.Line> lines) {
        rows.add(importId, lines);
        return jobs.getObject().start(KIND, new Order(importId, false)).id();
    }

    /// Begins to take the cards back.
    @Transactional
    int undo(int importId) {
        return jobs.getObject().start(KIND, new Order(importId, true)).id();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission needs(Order order) {
        return Permission.HANDLE_CARDS;
    }

    @Override
    public Class<Order> order() {
        return Order.class;
    }

    @Override
    public Object run(Order order, JobRun run) {
        boolean more = true;
        while (more) {
            run.check();
            more = Boolean.TRUE.equals(transaction.execute(_ -> chunk(order)));
            var counts = rows.count(order.importId());
            run.progress(
                    order.undo() ? counts.undoDone() : counts.done(),
                    order.undo() ? counts.issued() : counts.rows());
        }
        var counts = rows.count(order.importId());
        return new Result(counts.rows(), counts.issued(), counts.undone());
    }

    /// Deals with the next rows; tells whether there were any.
    private boolean chunk(Order order) {
        var lines =
                order.undo()
                        ? rows.standing(order.importId(), CHUNK)
                        : rows.waiting(order.importId(), CHUNK);
        ledger.lock(everybody(lines).stream().map(id -> new AccountId(id.value())).toList());
        var refused = new TreeMap<Integer, RowNote>();
        for (var line : lines) {
            attempt(order, line)
                    .ifPresent(problem ->
                            refused.put(
                                    line.row(),
                                    new RowNote(
                                            IssueImport.UID,
                                            line.uid().hex(),
                                            "problem." + problem + ".title",
                                            Map.of())));
        }
        if (!refused.isEmpty()) {
            var told = outcomes.getObject();
            if (order.undo()) {
                told.notUndone(order.importId(), refused);
            } else {
                told.notWritten(order.importId(), refused);
            }
        }
        return !lines.isEmpty();
    }

    /// Who is locked before: the receivers, and whoever had one of the cards before them.
    private Set<PersonId> everybody(List<IssueRowTable.Line> lines) {
        var all = new LinkedHashSet<PersonId>();
        lines.forEach(line -> all.add(line.person()));
        issues.resolve(lines.stream().map(IssueRowTable.Line::uid).toList())
                .values()
                .forEach(issue -> all.add(issue.person()));
        return all;
    }

    /// Deals with one row; returns the name of the problem if something is in the way.
    private Optional<String> attempt(Order order, IssueRowTable.Line line) {
        int id = order.importId();
        try {
            if (order.undo()) {
                savepoint.executeWithoutResult(_ -> takeBack(line));
                rows.undone(id, line.row(), Optional.empty());
            } else {
                savepoint.executeWithoutResult(_ ->
                        rows.issued(
                                id,
                                line.row(),
                                centre.issue(line.person(), line.uid(), line.until()).id()));
            }
            return Optional.empty();
        } catch (Problem problem) {
            var name = problem.kind().name();
            if (order.undo()) {
                rows.undone(id, line.row(), Optional.of(name));
            } else {
                rows.refused(id, line.row(), name);
            }
            return Optional.of(name);
        }
    }

    private void takeBack(IssueRowTable.Line line) {
        cancellations.cancel(
                new Cancellations.Wanted(
                        line.person(),
                        CardMove.RETURN_CARD,
                        Optional.of(line.uid()),
                        Optional.empty(),
                        Channel.CASH,
                        ""));
    }
}

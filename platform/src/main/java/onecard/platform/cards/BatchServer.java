package onecard.platform.cards;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.imports.ImportOutcomes;
import onecard.platform.imports.RowNote;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Side;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Serves the chunks of a batch, each in the caller's transaction: it locks who is still waiting,
/// judges, books, and notes each as served.
@Component
class BatchServer {
    private final Tables tables;
    private final Desk desk;
    private final Ledger ledger;
    private final Settings settings;
    private final CurrentOperator operator;
    private final ObjectProvider<ImportOutcomes> outcomes;
    private final Clock clock;

    BatchServer(
            Tables tables,
            Desk desk,
            Ledger ledger,
            Settings settings,
            CurrentOperator operator,
            ObjectProvider<ImportOutcomes> outcomes,
            Clock clock) {
        this.tables = tables;
        this.desk = desk;
        this.ledger = ledger;
        this.settings = settings;
        this.operator = operator;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /// The tables a batch looks into.
    @Component
    record Tables(
            MoneyBatchTable batches,
            BatchLineTable lines,
            BookedLines booked,
            ImportVersionTable versions,
            AccountStateTable states,
            TopUpTable topUps,
            OperationTable operations) {}

    void serve(MoneyBatch batch, int number) {
        var waiting = tables.lines().waiting(batch.id(), number);
        if (waiting.isEmpty()) {
            return;
        }
        var people = waiting.stream().map(BatchLine::person).distinct().toList();
        var locked = ledger.lock(people.stream().map(id -> new AccountId(id.value())).toList());
        var site = settings.current();
        var now = clock.instant();
        var chunk =
                new BatchChunk(
                        batch,
                        site,
                        now,
                        Side.desk(operator.get().id()),
                        standing(batch, people),
                        locked);
        inOrder(batch, waiting).forEach(chunk::add);
        var booked = desk.book(new HashMap<>(locked), chunk.transfers(), site, now);
        chunk.untils().forEach((day, accounts) -> ledger.subsidyUntil(accounts, day));
        batch.versions().ifPresent(kind -> tables.versions().raise(kind, chunk.versions()));
        var day = now.atZone(site.zone()).toLocalDate();
        tables.lines()
                .done(batch.id(), day, now, chunk.results(booked.map(Booked::first).orElse(0L)));
        batch.undoes()
                .ifPresent(original ->
                        tables.lines()
                                .undone(
                                        original,
                                        chunk.served().stream()
                                                .map(BatchChunk.Served::line)
                                                .toList()));
        tell(batch, chunk);
        booked.ifPresent(_ -> desk.note(chunk.deed(booked), site, now));
    }

    /// Of the same person the last that came is the first that goes.
    private static List<BatchLine> inOrder(MoneyBatch batch, List<BatchLine> waiting) {
        return batch.undoes().isEmpty()
                ? waiting
                : waiting.stream().sorted(BatchLine.ORDER_BACK).toList();
    }

    private BatchChunk.Standing standing(MoneyBatch batch, Collection<PersonId> people) {
        var versions =
                batch.versions().map(kind -> tables.versions().read(kind, people)).orElse(Map.of());
        var states = tables.states().read(people);
        if (batch.undoes().isEmpty()) {
            return new BatchChunk.Standing(states, versions, Map.of(), Set.of(), Optional.empty());
        }
        int original = batch.undoes().get();
        var booked = tables.booked().booked(original, people);
        return new BatchChunk.Standing(
                states,
                versions,
                booked.stream()
                        .collect(Collectors.toMap(one -> one.line().place(), Function.identity())),
                mixed(booked),
                tables.batches().find(original).map(MoneyBatch::kind));
    }

    /// Whose subsidy purse is no longer what the batch left: another grant, or a held balance.
    private Set<PersonId> mixed(List<BookedLine> booked) {
        var moments = new HashMap<PersonId, Instant>();
        booked.forEach(one ->
                moments.merge(one.line().person(), one.at(), (a, b) -> a.isAfter(b) ? a : b));
        var mixed = new HashSet<>(tables.booked().grantedSince(moments));
        mixed.addAll(tables.topUps().grantedSince(moments));
        mixed.addAll(tables.operations().mixedSince(moments));
        return mixed;
    }

    /// The import room keeps with each row what became of it.
    private void tell(MoneyBatch batch, BatchChunk chunk) {
        if (batch.importId().isEmpty() || chunk.refused().isEmpty()) {
            return;
        }
        var why = new TreeMap<Integer, RowNote>();
        chunk.refused()
                .forEach((line, problem) ->
                        why.put(
                                line.row(),
                                new RowNote(
                                        MoneyFields.NUMBER,
                                        "",
                                        "problem." + problem + ".title",
                                        Map.of())));
        var told = outcomes.getObject();
        if (batch.undoes().isEmpty()) {
            told.notWritten(batch.importId().get(), why);
        } else {
            told.notUndone(batch.importId().get(), why);
        }
    }
}

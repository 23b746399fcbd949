package onecard.platform.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.PersonId;
import onecard.platform.system.Problem;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.Money;

/// Works out what a batch does to the people of one chunk, whose accounts are locked. Each is
/// judged as at the desk: who is in the way gets nothing, and the others get theirs. Pure.
final class BatchChunk {
    private final MoneyBatch batch;
    private final SiteSettings site;
    private final Instant now;
    private final Side drawer;
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Served> served = new ArrayList<>();
    private final Map<PersonId, String> refused = new HashMap<>();

    BatchChunk(MoneyBatch batch, SiteSettings site, Instant now, Side drawer) {
        this.batch = batch;
        this.site = site;
        this.now = now;
        this.drawer = drawer;
    }

    /// Somebody who gets it.
    ///
    /// @param first the place of the first transfer
    /// @param transfers how many there are
    record Served(PersonId person, int first, int transfers) {}

    /// Judges one person.
    void add(PersonId person, Optional<AccountState> state, Optional<Balances> balances) {
        try {
            AccountStates.mustBeOpen(person, state);
            var held = balances.orElseThrow(() -> Problem.of(CardProblems.NOT_OPEN));
            var moves = moves(person, held);
            served.add(new Served(person, transfers.size(), moves.size()));
            transfers.addAll(moves);
        } catch (Problem problem) {
            refused.put(person, problem.kind().name());
        }
    }

    private List<Transfer> moves(PersonId person, Balances held) {
        var today = site.siteDay(now);
        return switch (batch.kind()) {
            case CASH, SUBSIDY ->
                    TopUpPlan.of(topUp(person), held, drawer, site, today, now).transfers();
            case CASH_REFUND -> {
                mustHave(held.cash());
                yield List.of(out(EntryKind.REFUND, held.account(), Purse.CASH, drawer));
            }
            case SUBSIDY_REFUND -> {
                mustHave(held.spendableSubsidy(today));
                yield List.of(
                        out(
                                EntryKind.SUBSIDY_RETURNED,
                                held.account(),
                                Purse.SUBSIDY,
                                Side.subsidyFund()));
            }
        };
    }

    private void mustHave(Money there) {
        if (!there.covers(batch.amount())) {
            throw Problem.of(CardProblems.REFUND_TOO_HIGH);
        }
    }

    private Transfer out(EntryKind kind, AccountId account, Purse purse, Side to) {
        return new Transfer(kind, account.purse(purse), to, batch.amount(), Overdraft.NONE, now, 0);
    }

    private TopUp topUp(PersonId person) {
        boolean cash = batch.kind() == BatchKind.CASH;
        return new TopUp(
                person,
                cash ? batch.amount() : Money.ZERO,
                cash ? Money.ZERO : batch.amount(),
                batch.mode(),
                batch.subsidyUntil(),
                batch.channel(),
                batch.remark());
    }

    List<Transfer> transfers() {
        return transfers;
    }

    List<AccountId> servedAccounts() {
        return served.stream().map(one -> new AccountId(one.person().value())).toList();
    }

    /// Returns what became of everybody.
    ///
    /// @param first the journal number of the first transfer of the chunk
    List<MoneyBatchTable.Result> results(long first) {
        var results = new ArrayList<MoneyBatchTable.Result>();
        for (var one : served) {
            results.add(
                    new MoneyBatchTable.Result(
                            one.person(),
                            Optional.empty(),
                            first + one.first(),
                            first + one.first() + one.transfers() - 1));
        }
        refused.forEach((person, problem) ->
                results.add(new MoneyBatchTable.Result(person, Optional.of(problem), 0, 0)));
        return results;
    }

    /// Returns what the chunk is noted as.
    Deed deed(Optional<Booked> booked) {
        var all = Money.ofCents(Math.multiplyExact(batch.amount().cents(), (long) served.size()));
        var subsidy = transfers.stream().map(BatchChunk::subsidyOf).reduce(Money.ZERO, Money::plus);
        var cash =
                switch (batch.kind()) {
                    case CASH -> all;
                    case CASH_REFUND -> all.negated();
                    case SUBSIDY, SUBSIDY_REFUND -> Money.ZERO;
                };
        return Deed.ofMany(DeskKind.MONEY_BATCH)
                .booked(booked)
                .purses(cash, subsidy)
                .drawer(cash, batch.channel())
                .remark(batch.remark());
    }

    private static Money subsidyOf(Transfer transfer) {
        if (transfer.to() instanceof Side.PurseOf(_, var purse) && purse == Purse.SUBSIDY) {
            return transfer.amount();
        }
        return transfer.from() instanceof Side.PurseOf(_, var purse) && purse == Purse.SUBSIDY
                ? transfer.amount().negated()
                : Money.ZERO;
    }
}

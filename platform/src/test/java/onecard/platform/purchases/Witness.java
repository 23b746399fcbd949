package onecard.platform.purchases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.MemoryBooks;
import onecard.platform.ledger.Side;
import onecard.simulator.Slip;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.wire.Approved;
import onecard.wire.Declined;

/// Hears what nodes tell terminals, and compares terminals, journal and entries in the end.
final class Witness {
    private final ModelStore store;
    private final Bookkeeper books;
    private final Map<Claim, Outcome> told = new HashMap<>();

    Witness(ModelStore store, Bookkeeper books) {
        this.store = store;
        this.books = books;
    }

    /// A node tells an outcome: it must be committed by now, and never differ from what was told.
    void told(Claim claim, Outcome outcome) {
        books.catchUp();
        switch (outcome) {
            case Outcome.Refused(_, var reason, _) when reason == Refusal.NUMBER_BURNT ->
                    Broken.unless(isBurnt(claim), "it is burnt", outcome);
            case Outcome.Decision decision -> {
                boolean there = store.row(decision.number()) != null;
                Broken.unless(there, "what is told is committed", outcome);
                Outcome before = told.putIfAbsent(claim, outcome);
                Broken.unlessSame("what is told again", outcome, before == null ? outcome : before);
            }
            case Outcome.Voided _, Outcome.NothingCharged _ ->
                    Broken.unless(isBurnt(claim), "nothing is charged any more", outcome);
            case Outcome.OtherContent _ ->
                    Broken.unless(false, "a terminal uses a number once", claim);
            case Outcome.NotVoided _, Outcome.Unknown _, Outcome.Busy _ -> {}
        }
    }

    private boolean isBurnt(Claim claim) {
        return Optional.ofNullable(books.decided().get(claim))
                .filter(row ->
                        row.kind() == JournalRow.Kind.VOID
                                || row.refusal().isPresent()
                                || books.isVoided(row))
                .isPresent();
    }

    /// Compares the slips of a terminal with the journal, one to one, both ways.
    void compare(int terminal, List<Slip> slips) {
        var rest = new HashSet<Claim>();
        for (Claim claim : books.decided().keySet()) {
            if (claim.terminal() == terminal) {
                rest.add(claim);
            }
        }
        for (Slip slip : slips) {
            var claim = new Claim(terminal, slip.seq());
            Broken.unless(rest.remove(claim), "every slip has its row", slip);
            compare(slip, claim, Optional.ofNullable(books.decided().get(claim)).orElseThrow());
        }
        Broken.unless(rest.isEmpty(), "every row has its slip", rest);
    }

    private void compare(Slip slip, Claim claim, JournalRow row) {
        switch (slip.state()) {
            case APPROVED, NOT_VOIDED -> {
                var yes = (Approved) slip.decision().orElseThrow();
                Broken.unless(!isBurnt(claim), "it stands", slip);
                Broken.unlessSame("charged", yes.charged(), row.bill().net());
                Broken.unlessSame("the cash part", yes.cashPart(), row.bill().cash());
                Broken.unlessSame("the subsidy part", yes.subsidyPart(), row.bill().subsidy());
                Broken.unlessSame("the platform number", yes.platformNo(), row.number());
            }
            case DECLINED -> {
                var no = (Declined) slip.decision().orElseThrow();
                Broken.unlessSame("the refusal", Optional.of(no.refusal()), row.refusal());
            }
            case VOIDED, NOTHING_CHARGED ->
                    Broken.unless(isBurnt(claim), "it does not stand", slip);
            case OPEN, VOIDING, OTHER_CONTENT, STORED, REPORTED ->
                    Broken.unless(false, "it came to an end", slip);
        }
    }

    /// Compares every row of the journal with its entries in the ledger.
    void close() {
        var moved = new HashMap<Long, Money[]>();
        for (MemoryBooks.Entry entry : store.books().entries()) {
            Money[] parts =
                    moved.computeIfAbsent(
                            entry.transfer().cause(), _ -> new Money[] {Money.ZERO, Money.ZERO});
            add(parts, entry.transfer().from(), entry.transfer().amount());
            add(parts, entry.transfer().to(), entry.transfer().amount().negated());
        }
        for (JournalRow row : store.journal()) {
            Money[] parts = moved.getOrDefault(row.number(), new Money[] {Money.ZERO, Money.ZERO});
            Broken.unlessSame("entries of cash", parts[0], row.bill().cash());
            Broken.unlessSame("entries of subsidy", parts[1], row.bill().subsidy());
        }
    }

    private static void add(Money[] parts, Side side, Money amount) {
        if (side instanceof Side.PurseOf(_, var purse)) {
            parts[purse.code()] = parts[purse.code()].plus(amount);
        }
    }
}

package onecard.platform.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import org.jspecify.annotations.Nullable;

/// Decides the purchases of the past again, by the rules of a rule book (`W-07`). It is fed account
/// after account, each in the order of booking, and calls the same [Rulebook#decide] as the till.
///
/// Facts are those that were kept; what an account used up is counted anew, and what it would have
/// spent more or less so far is taken from or added to the cash it had. Records, slips, voids and
/// corrections happen as they did: what is taken back was never charged if it is refused here.
final class Replay {
    private final Rulebook book;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<Counter, UsedUp> used = new HashMap<>();
    private final Map<Long, Standing> standing = new HashMap<>();
    private @Nullable PersonId person;
    private Money richer = Money.ZERO;

    /// @param from the first business day that is decided again; before it, all is as it was
    /// @param to the last one
    Replay(Rulebook book, LocalDate from, LocalDate to) {
        this.book = book;
        this.from = from;
        this.to = to;
    }

    /// A purchase decided again.
    ///
    /// @param was what happened then
    /// @param refused why it is refused now; empty if it is taken
    /// @param net what is charged now
    /// @param rule the rule that refuses or makes the price now
    record Decided(
            PastEntry.Asked was, Optional<Refusal> refused, Money net, Optional<RuleId> rule) {
        Effect effect() {
            if (was.refused().isEmpty() && refused.isPresent()) {
                return Effect.REFUSED;
            }
            if (was.refused().isPresent() && refused.isEmpty()) {
                return Effect.TAKEN;
            }
            if (!was.refused().equals(refused)) {
                return Effect.OTHER_REASON;
            }
            int compared = net.compareTo(was.net());
            return compared == 0 ? Effect.SAME : compared > 0 ? Effect.DEARER : Effect.CHEAPER;
        }
    }

    /// What became of a purchase.
    ///
    /// @param counters what it counted for
    /// @param paid what was charged then, with corrections
    /// @param charged what is charged here
    /// @param stands whether it was taken here
    private record Standing(List<Counter> counters, Money paid, Money charged, boolean stands) {}

    /// Takes the next entry; answers with a decision if it is one to be made again.
    Optional<Decided> next(PastEntry entry) {
        if (!entry.person().equals(person)) {
            person = entry.person();
            used.clear();
            standing.clear();
            richer = Money.ZERO;
        }
        return switch (entry) {
            case PastEntry.Asked asked when isAgain(asked) -> Optional.of(again(asked));
            case PastEntry.Asked asked -> {
                if (asked.refused().isEmpty()) {
                    asItWas(asked.number(), asked.occasion(), asked.net());
                }
                yield Optional.empty();
            }
            case PastEntry.Booked(_, long number, Occasion occasion, Money net) -> {
                asItWas(number, occasion, net);
                yield Optional.empty();
            }
            case PastEntry.TakenBack(_, long purchase) -> {
                takeBack(purchase);
                yield Optional.empty();
            }
            case PastEntry.Corrected(_, long purchase, Money difference) -> {
                correct(purchase, difference);
                yield Optional.empty();
            }
        };
    }

    private boolean isAgain(PastEntry.Asked asked) {
        LocalDate day = asked.occasion().businessDay();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private void asItWas(long number, Occasion occasion, Money net) {
        List<Counter> counters = book.countersFor(occasion);
        count(counters, net);
        standing.put(number, new Standing(counters, net, net, true));
    }

    private Decided again(PastEntry.Asked asked) {
        Verdict verdict =
                book.decide(
                        new Facts(
                                asked.occasion(),
                                asked.mode(),
                                asked.keyed(),
                                counter -> used.getOrDefault(counter, UsedUp.NOTHING)));
        return switch (verdict) {
            case Verdict.Refused refused ->
                    refused(asked, refused.code(), Optional.of(refused.rule()));
            case Verdict.Allowed allowed when !isCovered(asked, allowed) ->
                    refused(asked, Refusal.INSUFFICIENT_BALANCE, Optional.empty());
            case Verdict.Allowed allowed -> taken(asked, allowed);
        };
    }

    private boolean isCovered(PastEntry.Asked asked, Verdict.Allowed allowed) {
        Money net = allowed.price().net();
        Money available = allowed.cash().spendable(asked.cash().plus(richer)).plus(asked.subsidy());
        return !net.isPositive() || available.covers(net);
    }

    private Decided refused(PastEntry.Asked asked, Refusal why, Optional<RuleId> rule) {
        remember(asked, List.of(), Money.ZERO, false);
        return new Decided(asked, Optional.of(why), Money.ZERO, rule);
    }

    private Decided taken(PastEntry.Asked asked, Verdict.Allowed allowed) {
        Money net = allowed.price().net();
        count(allowed.toCount(), net);
        remember(asked, allowed.toCount(), net, true);
        return new Decided(asked, Optional.empty(), net, allowed.price().rule());
    }

    private void remember(
            PastEntry.Asked asked, List<Counter> counters, Money charged, boolean stands) {
        standing.put(asked.number(), new Standing(counters, asked.net(), charged, stands));
        richer = richer.plus(asked.net()).minus(charged);
    }

    private void count(List<Counter> counters, Money net) {
        for (Counter counter : counters) {
            used.merge(counter, UsedUp.NOTHING.plus(net), (before, _) -> before.plus(net));
        }
    }

    private void takeBack(long purchase) {
        Standing back = standing.remove(purchase);
        if (back == null) {
            return;
        }
        richer = richer.plus(back.charged()).minus(back.paid());
        for (Counter counter : back.counters()) {
            used.computeIfPresent(
                    counter,
                    (_, before) ->
                            new UsedUp(
                                    Math.max(before.count() - 1, 0),
                                    before.net().minus(back.charged()).max(Money.ZERO)));
        }
    }

    private void correct(long purchase, Money difference) {
        Standing before = standing.get(purchase);
        if (before == null) {
            return;
        }
        Money paid = before.paid().plus(difference);
        if (!before.stands()) {
            standing.put(purchase, new Standing(List.of(), paid, Money.ZERO, false));
            richer = richer.plus(difference);
            return;
        }
        Money charged = before.charged().plus(difference);
        standing.put(purchase, new Standing(before.counters(), paid, charged, true));
        for (Counter counter : before.counters()) {
            used.computeIfPresent(
                    counter,
                    (_, so) -> new UsedUp(so.count(), so.net().plus(difference).max(Money.ZERO)));
        }
    }
}

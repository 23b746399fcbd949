package onecard.platform.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onecard.platform.cards.Cards;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.StatementLine;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MealMoment;
import onecard.platform.merchants.MerchantId;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// Takes up a batch of one terminal's records in one transaction: look, lock, read, decide, settle,
/// each for all of them at once, like the kitchen's own trays.
@Component
class RecordTray {
    /// How far back an account's entries are searched for a subsidy that expired since.
    private static final int ENTRIES_MAX = 200;

    private final Cards cards;
    private final Terminals terminals;
    private final Ledger ledger;
    private final FollowUpTable followUps;

    RecordTray(Cards cards, Terminals terminals, Ledger ledger, FollowUpTable followUps) {
        this.cards = cards;
        this.terminals = terminals;
        this.ledger = ledger;
        this.followUps = followUps;
    }

    /// A terminal's records as they came.
    record Batch(SerialNo terminal, List<SoldRecord> records, Instant arrivedAt) {
        Batch part(int from, int to) {
            return new Batch(terminal, records.subList(from, to), arrivedAt);
        }

        List<CardUid> uids() {
            var uids = new TreeSet<CardUid>((a, b) -> a.hex().compareTo(b.hex()));
            for (SoldRecord record : records) {
                if (record.instrument() instanceof Instrument.Card(var uid, _)) {
                    uids.add(uid);
                }
            }
            return List.copyOf(uids);
        }
    }

    List<Records.Fate> cook(Batch batch, OpenTray tray) {
        Situation situation = tray.situation();
        Place place = placeOf(batch, situation);
        var plate = new Plate(situation, new HashMap<>(tray.look(claims(batch, place))));
        RecordFacts guessed = facts(batch, place);
        Map<SoldRecord, AccountId> payers = payers(batch, plate, guessed, place);
        var accounts = new TreeSet<AccountId>(payers.values());
        plate.balances = new HashMap<>(tray.lock(accounts));

        // What was read before the lock may have changed; from here on nothing can.
        RecordFacts facts = facts(batch, place).withLapsed(lapsed(plate, guessed, payers));
        if (!payers.equals(payers(batch, plate, facts, place))) {
            throw new LostRace("A card changed hands");
        }
        plate.holders = tray.holders(accounts);
        plate.usages = new HashMap<>(tray.usages(accounts));
        return decide(batch, plate, facts, tray);
    }

    private List<Records.Fate> decide(Batch batch, Plate plate, RecordFacts facts, OpenTray tray) {
        Optional<Journal> journal =
                batch.records().stream().anyMatch(each -> isNew(each, plate, facts.place()))
                        ? Optional.of(new Journal(tray.open(), plate.balances))
                        : Optional.empty();
        var fates = new ArrayList<Records.Fate>(batch.records().size());
        var found = new ArrayList<FollowUp>();
        for (SoldRecord record : batch.records()) {
            var claim = new Claim(facts.place().terminal(), record.seq());
            Earlier earlier = plate.earlier.get(claim);
            if (earlier != null) {
                Optional<FollowUpReason> objection = RecordAgain.objection(record, earlier);
                objection.ifPresent(why -> found.add(against(record, earlier, why, facts)));
                fates.add(objection.isPresent() ? Records.Fate.DISPUTED : Records.Fate.KNOWN);
            } else {
                var decided =
                        new RecordDecision(plate, facts, journal.orElseThrow(), record).decide();
                plate.earlier.put(claim, new Earlier(decided.row(), false));
                decided.followUp().ifPresent(found::add);
                fates.add(decided.fate());
            }
        }
        journal.ifPresent(page -> tray.settle(page.tray(), page.settlement(plate.changedUsages())));
        followUps.add(found, batch.arrivedAt());
        return fates;
    }

    /// Claims the number of a record that the books do not take, with nothing in the row that came
    /// from it, and lists it.
    Records.Fate setAside(Batch batch, OpenTray tray) {
        Situation situation = tray.situation();
        Place place = placeOf(batch, situation);
        SoldRecord record = batch.records().getFirst();
        RecordFacts facts = facts(batch, place);
        var claim = new Claim(place.terminal(), record.seq());
        Earlier earlier = tray.look(List.of(claim)).get(claim);
        if (earlier == null) {
            var journal = new Journal(tray.open(), Map.of());
            JournalRow row = emptyRow(claim, place, situation, batch.arrivedAt(), journal);
            journal.claim(row, List.of());
            tray.settle(journal.tray(), journal.settlement(Map.of()));
            earlier = new Earlier(row, false);
        }
        followUps.add(
                List.of(against(record, earlier, FollowUpReason.NOT_BOOKABLE, facts)),
                batch.arrivedAt());
        return Records.Fate.DISPUTED;
    }

    private static Place placeOf(Batch batch, Situation situation) {
        return situation
                .places()
                .apply(batch.terminal())
                .orElseThrow(
                        () -> new IllegalStateException(batch.terminal() + " is not registered"));
    }

    private RecordFacts facts(Batch batch, Place place) {
        return new RecordFacts(
                place,
                terminals.placesOf(new TerminalId(place.terminal())),
                terminals.clockAhead(batch.terminal()),
                batch.arrivedAt(),
                cards.history(batch.uids()),
                new HashMap<>());
    }

    private static List<Claim> claims(Batch batch, Place place) {
        return batch.records().stream()
                .map(record -> new Claim(place.terminal(), record.seq()))
                .distinct()
                .toList();
    }

    private static boolean isNew(SoldRecord record, Plate plate, Place place) {
        return !plate.earlier.containsKey(new Claim(place.terminal(), record.seq()));
    }

    /// Whose accounts the new ones among the records touch.
    private static Map<SoldRecord, AccountId> payers(
            Batch batch, Plate plate, RecordFacts facts, Place place) {
        var payers = new HashMap<SoldRecord, AccountId>();
        for (SoldRecord record : batch.records()) {
            if (isNew(record, plate, place)) {
                facts.accountOf(record).ifPresent(account -> payers.put(record, account));
            }
        }
        return payers;
    }

    /// What of subsidies expired since these records: only of those who spent before today.
    private Map<AccountId, Money> lapsed(
            Plate plate, RecordFacts facts, Map<SoldRecord, AccountId> payers) {
        var since = new HashMap<AccountId, Instant>();
        payers.forEach((record, account) -> {
            Instant at = facts.timeOf(record).at();
            if (plate.siteDay(at).isBefore(plate.siteDay(facts.arrivedAt()))) {
                since.merge(account, at, (one, other) -> one.isBefore(other) ? one : other);
            }
        });
        var lapsed = new HashMap<AccountId, Money>();
        since.forEach((account, at) -> lapsed.put(account, lapsed(account, at)));
        return lapsed;
    }

    private Money lapsed(AccountId account, Instant since) {
        Money sum = Money.ZERO;
        for (StatementLine line : ledger.statement(account, Optional.empty(), ENTRIES_MAX)) {
            boolean isTakenBack = line.change().isPositive();
            if (line.kind() == EntryKind.EXPIRY
                    && line.purse() == Purse.SUBSIDY
                    && (isTakenBack || line.at().isAfter(since))) {
                sum = sum.minus(line.change());
            }
        }
        return sum.max(Money.ZERO);
    }

    private static FollowUp against(
            SoldRecord record, Earlier earlier, FollowUpReason why, RecordFacts facts) {
        Instant at = facts.timeOf(record).at();
        return new FollowUp(
                Records.Fate.DISPUTED,
                Set.of(why),
                facts.placeAt(at),
                record,
                at,
                facts.accountOf(record),
                Optional.of(new FollowUp.Row(earlier.row().number(), earlier.row().bookedOn())),
                Optional.empty());
    }

    private static JournalRow emptyRow(
            Claim claim, Place place, Situation situation, Instant at, Journal journal) {
        MealMoment moment = situation.timetable().at(new MerchantId(place.merchant()), at);
        return new JournalRow(
                journal.tray().nextNumber().value(),
                journal.tray().bookedOn(),
                JournalRow.Kind.RECORD,
                claim,
                at,
                Optional.empty(),
                new JournalRow.Content(Mode.FREE_AMOUNT, Paper.NONE, Money.ZERO),
                place,
                new JournalRow.MealDay(moment.businessDay(), moment.mealId().map(MealId::value)),
                Optional.empty(),
                Bill.NOTHING,
                Optional.of(Refusal.NOT_BOOKABLE),
                Optional.empty(),
                Optional.empty());
    }
}

package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.ledger.BookedEntry;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.people.Person;
import onecard.platform.receipts.Receipt;
import onecard.platform.receipts.ReceiptSource;
import onecard.platform.receipts.ReceiptSubject;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// Receipts of corrected charges and of purchases entered by hand (`M-195`, `M-199`), with the
/// figures of their entries.
@Component
class CorrectionReceipts implements ReceiptSource {
    private static final Set<Permission> READERS =
            Set.of(Permission.SEE_PURCHASES, Permission.SEE_PEOPLE, Permission.CORRECT_CHARGES);

    private final JournalPages pages;
    private final LiveRows rows;
    private final CorrectionTable corrections;
    private final Ledger ledger;
    private final CurrentOperator operator;
    private final Messages messages;
    private final Settings settings;

    CorrectionReceipts(
            JournalPages pages,
            LiveRows rows,
            CorrectionTable corrections,
            Ledger ledger,
            CurrentOperator operator,
            Messages messages,
            Settings settings) {
        this.pages = pages;
        this.rows = rows;
        this.corrections = corrections;
        this.ledger = ledger;
        this.operator = operator;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public ReceiptSubject subject() {
        return ReceiptSubject.CORRECTION;
    }

    @Override
    public Receipt of(String id) {
        var done =
                JournalNumber.parse(id)
                        .flatMap(number -> corrections.byHand(number.value()))
                        .orElseThrow(() -> Problem.notFound("correction", id));
        var place = new EntryPlace(done.bookedOn(), new JournalNumber(done.number()));
        var line =
                Optional.ofNullable(pages.at(Set.of(place)).get(place))
                        .filter(one -> mayBeRead(one.row()))
                        .orElseThrow(() -> Problem.notFound("correction", id));
        return receipt(done, line);
    }

    private boolean mayBeRead(JournalRow row) {
        var who = operator.get();
        return READERS.stream().anyMatch(who::may)
                && who.merchants().covers(row.place().merchant());
    }

    private Receipt receipt(CorrectionTable.ByHand done, JournalLine line) {
        var row = line.row();
        var names = rows.look(List.of(line));
        var entries = entries(row);
        return new Receipt(
                ReceiptSubject.CORRECTION,
                new JournalNumber(row.number()).toString(),
                settings.current().unitName(),
                say(done.charged().isPresent() ? "title.correction" : "title.back-entry"),
                Optional.of(new JournalNumber(row.number()).toString()),
                line.bookedAt().atZone(settings.current().zone()).toOffsetDateTime(),
                done.operatorName(),
                row.who()
                        .flatMap(who -> names.person(who.account().value()))
                        .map(CorrectionReceipts::holder),
                figures(done, row, entries),
                entries.isEmpty()
                        ? List.of()
                        : entries.getLast().after().map(this::balances).orElse(List.of()),
                notes(done, row, names));
    }

    /// The entries that this row of the journal caused; its tray may hold those of others.
    private List<BookedEntry> entries(JournalRow row) {
        var number = new JournalNumber(row.number());
        var last = JournalNumber.of(number.strand(), number.tray(), JournalNumber.POSITION_MAX);
        return ledger.entries(row.bookedOn(), number, last).stream()
                .filter(entry -> entry.cause() == row.number() && entry.after().isPresent())
                .toList();
    }

    private static Receipt.Holder holder(Person person) {
        return new Receipt.Holder(person.number().value(), person.name(), Optional.empty());
    }

    private List<Receipt.Figure> figures(
            CorrectionTable.ByHand done, JournalRow row, List<BookedEntry> entries) {
        var figures = new ArrayList<Receipt.Figure>();
        var change =
                entries.stream().map(CorrectionReceipts::taken).reduce(Money.ZERO, Money::plus);
        done.charged()
                .ifPresentOrElse(
                        charged -> {
                            figures.add(Receipt.Figure.of(say("before"), charged.minus(change)));
                            figures.add(Receipt.Figure.strong(say("after"), charged));
                        },
                        () -> {
                            var at = row.at().atZone(settings.current().zone());
                            figures.add(
                                    new Receipt.Figure(
                                            say("bought-at"),
                                            at.toLocalDate() + " " + at.toLocalTime().withNano(0),
                                            false));
                            figures.add(Receipt.Figure.strong(say("price"), change));
                        });
        entries.forEach(entry -> figures.add(Receipt.Figure.of(say(label(entry)), entry.amount())));
        return figures;
    }

    /// What an entry took from the person.
    private static Money taken(BookedEntry entry) {
        return entry.from() instanceof Side.PurseOf ? entry.amount() : entry.amount().negated();
    }

    private static String label(BookedEntry entry) {
        boolean out = entry.from() instanceof Side.PurseOf;
        var side = out ? entry.from() : entry.to();
        boolean cash = side instanceof Side.PurseOf(_, var purse) && purse == Purse.CASH;
        return (out ? "from-" : "to-") + (cash ? "cash" : "subsidy");
    }

    private List<Receipt.Figure> balances(BookedEntry.PursesAfter after) {
        return List.of(
                Receipt.Figure.strong(say("cash-after"), after.cash()),
                Receipt.Figure.strong(say("subsidy-after"), after.subsidy()));
    }

    private List<String> notes(CorrectionTable.ByHand done, JournalRow row, Named names) {
        var notes = new ArrayList<String>();
        row.undoes()
                .ifPresent(purchase ->
                        notes.add(
                                say(
                                        "corrects",
                                        Map.of(
                                                "number",
                                                new JournalNumber(purchase.number()).toString()))));
        names.merchant(row.place().merchant())
                .ifPresent(name -> notes.add(say("merchant", Map.of("name", name))));
        if (!done.words().isEmpty()) {
            notes.add(say("remark", Map.of("text", done.words())));
        }
        return notes;
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> values) {
        return messages.say(operator.language(), "purchases.receipt." + key, values);
    }
}

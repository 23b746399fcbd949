package onecard.platform.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.BookedEntry;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.receipts.Receipt;
import onecard.platform.receipts.ReceiptSource;
import onecard.platform.receipts.ReceiptSubject;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.vocabulary.CardUid;
import org.springframework.stereotype.Component;

/// Receipts of what was done at a desk (`M-151`). Every figure is read from the entries that the
/// operation booked, so that paper and books cannot disagree; what was done in one go, a card and
/// its first money, is one receipt.
@Component
class OperationReceipts implements ReceiptSource {
    private final OperationTable operations;
    private final CardIssueTable cards;
    private final Ledger ledger;
    private final People people;
    private final CurrentOperator operator;
    private final Messages messages;
    private final Settings settings;

    OperationReceipts(
            OperationTable operations,
            CardIssueTable cards,
            Ledger ledger,
            People people,
            CurrentOperator operator,
            Messages messages,
            Settings settings) {
        this.operations = operations;
        this.cards = cards;
        this.ledger = ledger;
        this.people = people;
        this.operator = operator;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public ReceiptSubject subject() {
        return ReceiptSubject.OPERATION;
    }

    @Override
    public Receipt of(String id) {
        return receipt(inOneGo(mayBeRead(find(id))));
    }

    private OperationRow find(String id) {
        return number(id)
                .flatMap(operations::find)
                .orElseThrow(() -> Problem.notFound("desk-operation", id));
    }

    static Optional<Integer> number(String id) {
        return id.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.parseInt(id)) : Optional.empty();
    }

    /// As its lists are read: one's own by whoever works at a desk, all by whoever sees people.
    private OperationRow mayBeRead(OperationRow row) {
        var who = operator.get();
        boolean own = row.operator() == who.id() && who.may(Permission.TOP_UP);
        if (!own && !who.may(Permission.SEE_PEOPLE)) {
            throw Problem.notFound("desk-operation", row.id());
        }
        return row;
    }

    private List<OperationRow> inOneGo(OperationRow row) {
        var all = new ArrayList<OperationRow>();
        row.follows().flatMap(operations::find).ifPresent(all::add);
        all.add(row);
        operations.follower(row.id()).ifPresent(all::add);
        return all;
    }

    private Receipt receipt(List<OperationRow> rows) {
        var main =
                rows.stream()
                        .filter(row -> rows.size() == 1 || !isMoneyOnly(row.kind()))
                        .findFirst()
                        .orElse(rows.getFirst());
        var entries = rows.stream().flatMap(row -> entries(row).stream()).toList();
        var figures = new ReceiptFigures(messages, operator.language());
        entries.forEach(figures::add);
        var site = settings.current();
        var person = main.person().flatMap(people::find);
        return new Receipt(
                ReceiptSubject.OPERATION,
                Integer.toString(main.id()),
                site.unitName(),
                say("title." + word(main.kind())),
                entries.stream().findFirst().map(entry -> entry.place().number().toString()),
                main.at().atZone(site.zone()).toOffsetDateTime(),
                main.operatorName(),
                person.map(known -> holder(known, main)),
                figures.moved(main.channel()),
                person.isPresent() ? figures.balances() : List.of(),
                notes(rows));
    }

    private static boolean isMoneyOnly(DeskKind kind) {
        return kind == DeskKind.TOP_UP || kind == DeskKind.REFUND;
    }

    private List<BookedEntry> entries(OperationRow row) {
        return row.firstNumber().isEmpty() || row.lastNumber().isEmpty()
                ? List.of()
                : ledger.entries(
                        row.bookedOn(),
                        new JournalNumber(row.firstNumber().get()),
                        new JournalNumber(row.lastNumber().get()));
    }

    private Receipt.Holder holder(Person person, OperationRow row) {
        var card =
                cards.of(person.id()).stream()
                        .filter(issue -> row.cardIssue().filter(id -> id == issue.id()).isPresent())
                        .findFirst()
                        .or(() -> cards.inHandAt(person.id(), row.at()));
        return new Receipt.Holder(
                person.number().value(), person.name(), card.map(CardIssue::uid).map(CardUid::hex));
    }

    private List<String> notes(List<OperationRow> rows) {
        var notes = new ArrayList<String>();
        for (var row : rows) {
            row.undoes()
                    .flatMap(operations::find)
                    .ifPresent(done -> notes.add(say("undoes", Map.of("what", named(done)))));
            if (row.undone()) {
                notes.add(say("undone"));
            }
            if (!row.remark().isEmpty()) {
                notes.add(say("remark", Map.of("text", row.remark())));
            }
        }
        return notes.stream().distinct().toList();
    }

    /// What was done and its number, as the receipt of an undo names it.
    private String named(OperationRow done) {
        var what = say("title." + word(done.kind()));
        return done.firstNumber()
                .map(number -> what + " " + new JournalNumber(number))
                .orElse(what);
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> values) {
        return messages.say(operator.language(), "cards.receipt." + key, values);
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

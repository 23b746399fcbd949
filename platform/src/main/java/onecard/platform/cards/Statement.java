package onecard.platform.cards;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.StatementLine;
import onecard.platform.people.PersonId;
import onecard.platform.receipts.ReceiptSubject;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Page;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A person's statement: the entries of the ledger with the words around them. Notes on a whole
/// page are asked for at once, from this room's own tables and from the rooms above.
@Component
class Statement {
    /// What says of an undo what it took back.
    private static final Set<DeskKind> UNDOINGS =
            Set.of(DeskKind.TOP_UP_UNDONE, DeskKind.REFUND_UNDONE);

    private final Ledger ledger;
    private final TopUpTable topUps;
    private final OperationTable operations;
    private final BookedLines batches;
    private final ObjectProvider<StatementNotes> rooms;
    private final Messages messages;
    private final CurrentOperator operator;
    private final Settings settings;

    Statement(
            Ledger ledger,
            TopUpTable topUps,
            OperationTable operations,
            BookedLines batches,
            ObjectProvider<StatementNotes> rooms,
            Messages messages,
            CurrentOperator operator,
            Settings settings) {
        this.ledger = ledger;
        this.topUps = topUps;
        this.operations = operations;
        this.batches = batches;
        this.rooms = rooms;
        this.messages = messages;
        this.operator = operator;
        this.settings = settings;
    }

    /// A line as the console shows it.
    ///
    /// @param number the journal number as people read it
    /// @param at when it happened
    /// @param bookedAt when it was booked
    /// @param text what happened, in the caller's language
    /// @param amountCents what came in, or went out with a minus
    /// @param purse which purse
    /// @param undone whether it was voided or undone since
    /// @param receipt which receipt can be printed of it; absent where no desk did it
    record StatementRow(
            String number,
            EntryKind kind,
            OffsetDateTime at,
            OffsetDateTime bookedAt,
            String text,
            long amountCents,
            Purse purse,
            long cashAfterCents,
            long subsidyAfterCents,
            Optional<String> terminalSerial,
            Optional<String> merchantName,
            Optional<String> operatorName,
            boolean undone,
            Optional<ReceiptOf> receipt) {}

    /// Which receipt tells of a line.
    record ReceiptOf(ReceiptSubject subject, String id) {}

    /// Returns a page, newest first.
    Page<StatementRow> page(PersonId person, Optional<String> after, int limit) {
        var lines =
                ledger.statement(
                        new AccountId(person.value()),
                        after.filter(text -> !text.isEmpty()).map(Statement::place),
                        limit);
        var notes = notes(lines);
        var zone = settings.current().zone();
        return new Page<>(
                lines.stream().map(line -> row(line, notes, zone)).toList(),
                lines.size() < limit
                        ? Optional.empty()
                        : lines.getLast().previous().map(Statement::cursor));
    }

    /// What stood behind the lines of a page.
    private record Notes(
            List<TopUpRow> topUps,
            List<OperationRow> operations,
            List<BookedLines.Entries> batches,
            Map<EntryPlace, StatementNotes.Note> others) {
        Optional<TopUpRow> topUp(long number) {
            return topUps.stream()
                    .filter(row -> row.firstNumber() <= number && number <= row.lastNumber())
                    .findFirst();
        }

        Optional<BookedLines.Entries> batch(long number) {
            return batches.stream()
                    .filter(row -> row.first() <= number && number <= row.last())
                    .findFirst();
        }

        Optional<OperationRow> operation(long number) {
            return operations.stream()
                    .filter(row -> row.firstNumber().filter(first -> first <= number).isPresent())
                    .filter(row -> row.lastNumber().filter(last -> number <= last).isPresent())
                    .findFirst();
        }
    }

    private Notes notes(List<StatementLine> lines) {
        if (lines.isEmpty()) {
            return new Notes(List.of(), List.of(), List.of(), Map.of());
        }
        Set<Long> causes = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        for (var line : lines) {
            numbers.add(line.place().number().value());
            if (line.kind() == EntryKind.UNDO) {
                causes.add(line.cause());
            }
        }
        numbers.addAll(causes);
        var others = new HashMap<EntryPlace, StatementNotes.Note>();
        rooms.forEach(room -> others.putAll(room.on(lines)));
        return new Notes(
                topUps.byNumbers(numbers),
                operations.byNumbers(numbers),
                batches.byNumbers(numbers),
                others);
    }

    private StatementRow row(StatementLine line, Notes notes, ZoneId zone) {
        boolean undo = line.kind() == EntryKind.UNDO;
        long number = line.place().number().value();
        var topUp = notes.topUp(undo ? line.cause() : number);
        var note = Optional.ofNullable(notes.others().get(line.place()));
        var done = notes.operation(number);
        var batch = notes.batch(number);
        var desk = done.map(OperationRow::operatorName).filter(name -> !name.isEmpty());
        return new StatementRow(
                line.place().number().toString(),
                line.kind(),
                line.at().atZone(zone).toOffsetDateTime(),
                line.bookedAt().atZone(zone).toOffsetDateTime(),
                text(line, topUp, done, batch),
                isPutOnHold(line) ? line.change().negated().cents() : line.change().cents(),
                isPutOnHold(line) ? payingPurse(line) : line.purse(),
                line.cash().cents(),
                line.subsidy().cents(),
                note.flatMap(StatementNotes.Note::terminalSerial),
                note.flatMap(StatementNotes.Note::merchantName),
                note.flatMap(StatementNotes.Note::operatorName).or(() -> desk),
                note.map(StatementNotes.Note::undone).orElse(false)
                        || (!undo
                                && (done.map(OperationRow::undone).orElse(false)
                                        || batch.map(BookedLines.Entries::undone).orElse(false))),
                receipt(line, done));
    }

    /// A batch concerns many: its receipt is not for one of them.
    private static Optional<ReceiptOf> receipt(StatementLine line, Optional<OperationRow> done) {
        boolean byHand = line.kind() == EntryKind.CORRECTION || line.kind() == EntryKind.BACK_ENTRY;
        return byHand
                ? Optional.of(
                        new ReceiptOf(
                                ReceiptSubject.CORRECTION,
                                new JournalNumber(line.cause()).toString()))
                : done.filter(row -> row.person().isPresent())
                        .map(row ->
                                new ReceiptOf(
                                        ReceiptSubject.OPERATION, Integer.toString(row.id())));
    }

    /// What is put on hold leaves the purse that pays; the books tell it from the purse that got
    /// it.
    private static boolean isPutOnHold(StatementLine line) {
        boolean held = line.purse() == Purse.HELD_CASH || line.purse() == Purse.HELD_SUBSIDY;
        return line.kind() == EntryKind.TAKE_OVER && held;
    }

    private static Purse payingPurse(StatementLine line) {
        return line.purse() == Purse.HELD_CASH ? Purse.CASH : Purse.SUBSIDY;
    }

    private String text(
            StatementLine line,
            Optional<TopUpRow> topUp,
            Optional<OperationRow> done,
            Optional<BookedLines.Entries> batch) {
        var language = operator.language();
        var kind = line.kind().name();
        if (line.kind() == EntryKind.UNDO) {
            kind =
                    topUp.map(_ -> DeskKind.TOP_UP_UNDONE)
                            .or(() -> done.map(OperationRow::kind))
                            .filter(UNDOINGS::contains)
                            .map(DeskKind::name)
                            .orElse(kind);
        }
        if (isPutOnHold(line)) {
            kind = "PUT_ON_HOLD";
        }
        var words =
                messages.say(
                        language, "cards.entry." + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (line.kind() == EntryKind.TOP_UP && topUp.isPresent()) {
            var channel = topUp.get().channel().name().toLowerCase(Locale.ROOT).replace('_', '-');
            words += " · " + messages.say(language, "cards.channel." + channel);
        }
        var remark =
                topUp.map(TopUpRow::remark)
                        .or(() ->
                                batch.map(BookedLines.Entries::remark)
                                        .filter(own -> !own.isBlank()))
                        .or(() -> done.map(OperationRow::remark))
                        .filter(text -> !text.isEmpty());
        return remark.isPresent() ? words + " · " + remark.get() : words;
    }

    private static String cursor(EntryPlace place) {
        return place.bookedOn() + "." + place.number().value();
    }

    private static EntryPlace place(String cursor) {
        try {
            int dot = cursor.indexOf('.');
            return new EntryPlace(
                    LocalDate.parse(cursor.substring(0, Math.max(dot, 0))),
                    new JournalNumber(Long.parseLong(cursor.substring(dot + 1))));
        } catch (DateTimeParseException | NumberFormatException unread) {
            throw Problem.field("after", "error.cards.cursor");
        }
    }
}

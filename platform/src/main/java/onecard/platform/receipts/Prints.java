package onecard.platform.receipts;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.ThisNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Prints receipts: counts who printed what and when, so that every print but the first says that
/// it is one, and hands the bytes on. Permission is the source's to judge, at every call.
@Service
class Prints {
    /// How many prints of one receipt are listed.
    static final int LISTED_MAX = 20;

    private final ObjectProvider<ReceiptSource> sources;
    private final PrintTable table;
    private final Printers printers;
    private final PrintQueues queues;
    private final IdempotentCommands commands;
    private final CurrentOperator operator;
    private final Messages messages;
    private final Settings settings;
    private final AuditTrail audit;
    private final ThisNode node;
    private final Clock clock;

    Prints(
            ObjectProvider<ReceiptSource> sources,
            PrintTable table,
            Printers printers,
            PrintQueues queues,
            IdempotentCommands commands,
            CurrentOperator operator,
            Messages messages,
            Settings settings,
            AuditTrail audit,
            ThisNode node,
            Clock clock) {
        this.sources = sources;
        this.table = table;
        this.printers = printers;
        this.queues = queues;
        this.commands = commands;
        this.operator = operator;
        this.messages = messages;
        this.settings = settings;
        this.audit = audit;
        this.node = node;
        this.clock = clock;
    }

    /// A print that is wanted.
    ///
    /// @param printer which one in the network; its paper counts then
    /// @param paper of the printer at the desk
    record Wanted(
            ReceiptSubject subject,
            String id,
            PrintWay way,
            Optional<Integer> printer,
            Paper paper) {}

    /// A print with what is on it.
    record Print(PrintRow row, Receipt receipt, Optional<Reprint> reprint) {}

    /// What the key of a print stands for.
    private record Noted(long print) {}

    Receipt receipt(ReceiptSubject subject, String id) {
        return source(subject).of(id);
    }

    /// Lists the prints of a receipt, newest first.
    List<PrintRow> of(Receipt receipt) {
        return table.of(receipt, LISTED_MAX);
    }

    /// Counts a print and hands it on. The same key prints once.
    Print print(UUID key, Wanted wanted) {
        var fresh = new AtomicBoolean();
        var noted =
                commands.once(
                        key,
                        wanted,
                        Noted.class,
                        () -> {
                            fresh.set(true);
                            return new Noted(note(wanted));
                        });
        var print = find(noted.print());
        // Only now, because what is not committed is not printed.
        return fresh.get() ? queued(print) : print;
    }

    private long note(Wanted wanted) {
        var receipt = receipt(wanted.subject(), wanted.id());
        var paper = wanted.printer().map(id -> printers.the(id).paper()).orElse(wanted.paper());
        var who = operator.get();
        long id =
                table.add(
                        receipt,
                        wanted,
                        paper,
                        new PrintTable.Asked(
                                who.id(), who.displayName(), clock.instant(), node.number()));
        var row = table.find(id).orElseThrow();
        if (row.copy() > 1) {
            audit.record(
                    "receipts.reprinted",
                    "receipt of " + row.subject() + " " + row.receipt(),
                    Map.of("copy", row.copy()));
        }
        return id;
    }

    Print find(long id) {
        var row = table.find(id).orElseThrow(() -> Problem.notFound("print", id));
        var receipt = receipt(row.subject(), row.receipt());
        return new Print(row, receipt, reprint(row));
    }

    /// Sends a print once more that failed; the paper says what it would have said.
    Print again(long id) {
        var print = find(id);
        if (!table.waitAgain(id, node.number())) {
            throw Problem.of(ReceiptProblems.NOT_FAILED);
        }
        return queued(print);
    }

    private Print queued(Print print) {
        long id = print.row().id();
        if (print.row().way() == PrintWay.PRINTER) {
            print.row()
                    .printer()
                    .ifPresentOrElse(
                            printer -> queues.add(id, printer, bytes(print)),
                            () ->
                                    table.end(
                                            id,
                                            Optional.of(PrintTrouble.NO_PRINTER),
                                            clock.instant()));
        }
        return find(id);
    }

    /// Returns a print as a receipt printer wants it.
    byte[] bytes(Print print) {
        return EscPosBytes.of(
                Sheet.of(
                        print.receipt(),
                        print.reprint(),
                        messages,
                        operator.language(),
                        print.row().paper()));
    }

    private Optional<Reprint> reprint(PrintRow row) {
        return row.copy() == 1
                ? Optional.empty()
                : Optional.of(
                        new Reprint(
                                row.copy() - 1,
                                row.at().atZone(settings.current().zone()).toOffsetDateTime(),
                                row.operatorName()));
    }

    private ReceiptSource source(ReceiptSubject subject) {
        var known = new EnumMap<ReceiptSubject, ReceiptSource>(ReceiptSubject.class);
        sources.forEach(each -> known.put(each.subject(), each));
        return Optional.ofNullable(known.get(subject))
                .orElseThrow(() -> Problem.notFound("receipt", subject));
    }
}

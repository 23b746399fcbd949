package onecard.platform.cards;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// The statement of a cashier's shift, on paper: it stays with the money.
@Component
class ShiftReceipts implements ReceiptSource {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Shifts shifts;
    private final CurrentOperator operator;
    private final Messages messages;
    private final Settings settings;

    ShiftReceipts(Shifts shifts, CurrentOperator operator, Messages messages, Settings settings) {
        this.shifts = shifts;
        this.operator = operator;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public ReceiptSubject subject() {
        return ReceiptSubject.SHIFT;
    }

    /// As the statement is read: one's own by whoever works at a desk, all with the reports.
    @Override
    public Receipt of(String id) {
        var who = operator.get();
        if (!who.may(Permission.TOP_UP) && !who.may(Permission.SEE_REPORTS)) {
            throw Problem.notFound("shift", id);
        }
        var statement =
                shifts.of(
                        OperationReceipts.number(id)
                                .orElseThrow(() -> Problem.notFound("shift", id)));
        var shift = statement.shift();
        var end = shift.closing().map(ShiftTable.Closing::at).orElse(shift.openedAt());
        return new Receipt(
                ReceiptSubject.SHIFT,
                Integer.toString(shift.id()),
                settings.current().unitName(),
                say(shift.closing().isPresent() ? "title" : "title-open"),
                Optional.empty(),
                end.atZone(settings.current().zone()).toOffsetDateTime(),
                shift.operatorName(),
                Optional.empty(),
                done(statement),
                counted(statement),
                notes(shift));
    }

    private List<Receipt.Figure> done(Shifts.Statement statement) {
        var figures = new ArrayList<Receipt.Figure>();
        figures.add(new Receipt.Figure(say("from"), local(statement.shift().openedAt()), false));
        statement
                .shift()
                .closing()
                .ifPresent(
                        end -> figures.add(new Receipt.Figure(say("to"), local(end.at()), false)));
        for (var sum : statement.sums()) {
            var what =
                    messages.say(
                            operator.language(),
                            "cards.receipt.title." + OperationReceipts.word(sum.kind()));
            var label = Map.of("what", what, "count", sum.operations());
            if (sum.drawer().isZero()) {
                figures.add(Receipt.Figure.of(say("sum", label), sum.cash().plus(sum.subsidy())));
            } else {
                var way =
                        messages.say(
                                operator.language(),
                                "cards.channel." + OperationReceipts.word(sum.channel()));
                figures.add(
                        Receipt.Figure.of(
                                say(
                                        "drawer",
                                        Map.of(
                                                "what",
                                                what,
                                                "count",
                                                sum.operations(),
                                                "channel",
                                                way)),
                                sum.drawer()));
            }
        }
        return figures;
    }

    private List<Receipt.Figure> counted(Shifts.Statement statement) {
        var figures = new ArrayList<Receipt.Figure>();
        figures.add(Receipt.Figure.of(say("opening"), statement.shift().opening()));
        Money expected =
                statement
                        .shift()
                        .closing()
                        .map(ShiftTable.Closing::expected)
                        .orElse(statement.expected());
        figures.add(Receipt.Figure.strong(say("expected"), expected));
        statement
                .shift()
                .closing()
                .ifPresent(end -> {
                    figures.add(Receipt.Figure.strong(say("counted"), end.counted()));
                    figures.add(
                            Receipt.Figure.strong(
                                    say("difference"), end.counted().minus(end.expected())));
                });
        return figures;
    }

    private List<String> notes(ShiftTable.Row shift) {
        return shift.remark().isEmpty()
                ? List.of()
                : List.of(
                        messages.say(
                                operator.language(),
                                "cards.receipt.remark",
                                Map.of("text", shift.remark())));
    }

    private String local(Instant at) {
        return MOMENT.format(at.atZone(settings.current().zone()));
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> values) {
        return messages.say(operator.language(), "cards.receipt.shift." + key, values);
    }
}

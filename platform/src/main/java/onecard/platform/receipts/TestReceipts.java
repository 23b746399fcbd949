package onecard.platform.receipts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Settings;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// A page to try a printer with: figures at the right edge, and a character of four bytes.
@Component
class TestReceipts implements ReceiptSource {
    private final Printers printers;
    private final Messages messages;
    private final CurrentOperator operator;
    private final Settings settings;
    private final Clock clock;

    TestReceipts(
            Printers printers,
            Messages messages,
            CurrentOperator operator,
            Settings settings,
            Clock clock) {
        this.printers = printers;
        this.messages = messages;
        this.operator = operator;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ReceiptSubject subject() {
        return ReceiptSubject.TEST;
    }

    @Override
    public Receipt of(String id) {
        var who = operator.get();
        if (!who.may(Permission.EDIT_SETTINGS)) {
            throw Problem.of(ProblemKind.FORBIDDEN)
                    .with("permission", Permission.EDIT_SETTINGS.name());
        }
        var printer =
                printers.all().stream()
                        .filter(one -> Integer.toString(one.id()).equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("printer", id));
        var site = settings.current();
        return new Receipt(
                ReceiptSubject.TEST,
                id,
                site.unitName(),
                say("title"),
                Optional.empty(),
                clock.instant().atZone(site.zone()).toOffsetDateTime(),
                who.displayName(),
                Optional.empty(),
                List.of(
                        new Receipt.Figure(say("printer"), printer.name(), false),
                        Receipt.Figure.strong(say("figure"), Money.ofCents(123_456))),
                List.of(),
                List.of(say("rare")));
    }

    private String say(String key) {
        return messages.say(operator.language(), "receipts.test." + key);
    }
}

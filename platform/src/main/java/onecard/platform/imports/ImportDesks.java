package onecard.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.sheets.Typed;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// The desks of the rooms above, and what they call things.
@Component
class ImportDesks {
    private final Map<String, ImportDesk<?>> desks;
    private final Messages messages;
    private final CurrentOperator operator;

    ImportDesks(List<ImportDesk<?>> desks, Messages messages, CurrentOperator operator) {
        this.desks =
                desks.stream().collect(Collectors.toMap(ImportDesk::kind, Function.identity()));
        this.messages = messages;
        this.operator = operator;
    }

    /// Returns a desk that the operator at work may use; to others there is none.
    ImportDesk<?> open(String kind) {
        return Optional.<ImportDesk<?>>ofNullable(desks.get(kind))
                .filter(desk -> operator.get().may(desk.needs()))
                .orElseThrow(() -> Problem.notFound("import-kind", kind));
    }

    /// Returns a desk for work that was permitted when it was asked for.
    ImportDesk<?> of(String kind) {
        return Optional.<ImportDesk<?>>ofNullable(desks.get(kind)).orElseThrow();
    }

    /// Returns what a field is called.
    String title(ImportDesk<?> desk, ImportField field, Language language) {
        return messages.say(language, "import." + desk.kind() + ".field." + field.key());
    }

    /// Returns what a field is called in the language of the operator at work.
    String title(ImportDesk<?> desk, ImportField field) {
        return title(desk, field, operator.language());
    }

    /// Returns every heading by which a field is known.
    List<String> headings(ImportDesk<?> desk, ImportField field) {
        var headings = new ArrayList<>(field.headings());
        for (var language : Language.values()) {
            headings.add(title(desk, field, language));
        }
        return headings.stream().map(ImportDesks::plain).distinct().toList();
    }

    /// A heading without stars, spaces and brackets, so that “*工号 (必填)” is 工号.
    static String plain(String heading) {
        var plain = Typed.plain(heading).toLowerCase(Locale.ROOT);
        int bracket = plain.indexOf('(');
        return (bracket > 0 ? plain.substring(0, bracket) : plain).replaceAll("[\\s*_:.-]", "");
    }
}

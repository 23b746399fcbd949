package onecard.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onecard.platform.imports.ImportItems.ImportChange;
import onecard.platform.imports.ImportItems.ImportColumn;
import onecard.platform.imports.ImportItems.ImportNote;
import onecard.platform.imports.ImportItems.ImportOptionItem;
import onecard.platform.imports.ImportItems.ImportSumItem;
import onecard.platform.imports.ImportItems.ImportValueItem;
import onecard.platform.sheets.SheetRow;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import org.springframework.stereotype.Component;

/// Says in the language of who asks what stands in the preview.
@Component
class ImportWords {
    private static final int SAMPLES = 3;
    private static final int SAMPLE_MAX = 40;

    private final Messages messages;
    private final CurrentOperator operator;
    private final ImportDesks desks;

    ImportWords(Messages messages, CurrentOperator operator, ImportDesks desks) {
        this.messages = messages;
        this.operator = operator;
        this.desks = desks;
    }

    String field(ImportDesk<?> desk, ImportField field) {
        return desks.title(desk, field, operator.language());
    }

    String mode(ImportDesk<?> desk, String mode) {
        return say("import." + desk.kind() + ".mode." + kebab(mode));
    }

    ImportOptionItem option(ImportOption option) {
        var key = "import.option." + option.key();
        return new ImportOptionItem(
                option.key(),
                say(key),
                option.values().stream()
                        .map(value -> new ImportValueItem(value, say(key + "." + kebab(value))))
                        .toList());
    }

    ImportSumItem sum(ImportDesk<?> desk, ImportSum sum) {
        return new ImportSumItem(say("import." + desk.kind() + ".sum." + sum.what()), sum.value());
    }

    ImportChange change(Import found, RowChange change) {
        return new ImportChange(
                say("import." + found.kind() + ".change." + change.what()),
                change.before(),
                change.after());
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<ImportNote> of(Import found, List<RowNote> notes) {
        var desk = desks.of(found.kind());
        return notes.stream()
                .map(note ->
                        new ImportNote(
                                Optional.ofNullable(found.choice().columns().get(note.field()))
                                        .map(ImportWords::letter),
                                desk.fields().stream()
                                        .filter(each -> each.key().equals(note.field()))
                                        .findFirst()
                                        .map(each -> field(desk, each))
                                        .orElse(note.field()),
                                note.value(),
                                messages.say(operator.language(), note.message(), note.values())))
                .toList();
    }

    /// The reason of a bad row in one line: where, what, why.
    String reason(Import found, List<RowNote> notes) {
        return String.join(
                "; ",
                of(found, notes).stream()
                        .map(note ->
                                note.column().map(letter -> letter + " ").orElse("")
                                        + note.field()
                                        + (note.value().isEmpty() ? "" : " “" + note.value() + "”")
                                        + ": "
                                        + note.text())
                        .toList());
    }

    String say(String key) {
        return messages.say(operator.language(), key);
    }

    static List<ImportColumn> columns(Heading heading) {
        var columns = new ArrayList<ImportColumn>();
        for (int column = 0; column < heading.width(); column++) {
            int at = column;
            var title = heading.heading().map(row -> text(row, at)).orElse("");
            var samples =
                    heading.rows().stream()
                            .filter(row -> row.number() >= heading.firstRow())
                            .map(row -> text(row, at))
                            .filter(text -> !text.isEmpty())
                            .limit(SAMPLES)
                            .toList();
            columns.add(new ImportColumn(letter(column), title, samples));
        }
        return columns;
    }

    private static String text(SheetRow row, int column) {
        var text = row.cell(column).text().strip();
        return text.length() <= SAMPLE_MAX ? text : text.substring(0, SAMPLE_MAX) + "…";
    }

    /// Returns the letters of a column, A for 0.
    static String letter(int column) {
        return column < 26
                ? Character.toString('A' + column)
                : letter(column / 26 - 1) + letter(column % 26);
    }
}

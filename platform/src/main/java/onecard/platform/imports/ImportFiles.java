package onecard.platform.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.sheets.SheetWriter;
import org.springframework.stereotype.Component;

/// Writes what failed, and templates.
@Component
class ImportFiles {
    private static final int AT_ONCE = 1_000;

    private final ImportRowTable rows;
    private final ImportDesks desks;
    private final ImportWords words;

    ImportFiles(ImportRowTable rows, ImportDesks desks, ImportWords words) {
        this.rows = rows;
        this.desks = desks;
        this.words = words;
    }

    String failuresName(Import found) {
        return words.say("import.failures") + " " + found.id() + ".xlsx";
    }

    String templateName(ImportDesk<?> desk) {
        return words.say("import." + desk.kind() + ".template") + ".xlsx";
    }

    /// The bad rows under the headings of the template, with row and reason behind: once corrected,
    /// the file can be imported as it is.
    void failures(Import found, OutputStream out) throws IOException {
        var desk = desks.of(found.kind());
        var heading = heading(desk);
        heading.add(words.say("import.row"));
        heading.add(words.say("import.reason"));
        SheetWriter.write(
                out,
                words.say("import.failures"),
                heading,
                lines -> {
                    int after = 0;
                    while (true) {
                        var page =
                                rows.page(found.id(), after, AT_ONCE, ImportRowTable.Wanted.FAILED);
                        for (var row : page) {
                            lines.write(line(found, desk, row));
                        }
                        if (page.size() < AT_ONCE) {
                            return;
                        }
                        after = page.getLast().row();
                    }
                });
    }

    private List<String> line(Import found, ImportDesk<?> desk, ImportRowTable.Row row) {
        var line = new ArrayList<String>();
        desk.fields().forEach(field -> line.add(row.cells().getOrDefault(field.key(), "")));
        line.add(Integer.toString(row.row()));
        line.add(words.reason(found, row.problems()));
        return line;
    }

    void template(ImportDesk<?> desk, OutputStream out) throws IOException {
        SheetWriter.write(
                out,
                words.say("import." + desk.kind() + ".template"),
                heading(desk),
                lines -> {
                    for (var line : desk.sample()) {
                        lines.write(line);
                    }
                });
    }

    private List<String> heading(ImportDesk<?> desk) {
        var heading = new ArrayList<String>();
        desk.fields().forEach(field -> heading.add(words.field(desk, field)));
        return heading;
    }
}

package onecard.platform.imports;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Settings;
import org.springframework.stereotype.Component;

/// Imports and their rows as pages see them.
@Component
class ImportItems {
    private final ImportTable table;
    private final ImportRowTable rows;
    private final ImportWords words;
    private final ImportDesks desks;
    private final Settings settings;

    ImportItems(
            ImportTable table,
            ImportRowTable rows,
            ImportWords words,
            ImportDesks desks,
            Settings settings) {
        this.table = table;
        this.rows = rows;
        this.words = words;
        this.desks = desks;
        this.settings = settings;
    }

    /// What was chosen for a table.
    ///
    /// @param columns the column of each field, 0 for A
    /// @param mode one of the modes
    /// @param firstRow the first row that is no heading
    /// @param options what else was chosen, by key
    record ImportChoiceBody(
            @NotNull Map<String, Integer> columns,
            @NotNull String mode,
            @Min(1) int firstRow,
            Optional<Map<String, String>> options) {
        ImportChoice choice() {
            return new ImportChoice(columns, mode, firstRow, options.orElse(Map.of()));
        }
    }

    /// A column of the file.
    record ImportColumn(String letter, String heading, List<String> samples) {}

    record ImportFieldItem(String key, String title, boolean required) {}

    record ImportModeItem(String mode, String title) {}

    record ImportValueItem(String value, String title) {}

    /// Something else to be chosen.
    record ImportOptionItem(String key, String title, List<ImportValueItem> values) {}

    record ImportSumItem(String title, String value) {}

    record ImportCounts(int add, int change, int same, int bad, int noticed) {}

    /// How many rows did not do what the preview said.
    record ImportFailed(int notWritten, int notUndone) {}

    /// The same file was imported before.
    record ImportTwin(int id, OffsetDateTime at, String operatorName) {}

    /// An import.
    ///
    /// @param columns of the file; empty once it was written
    /// @param mapped whether columns may be chosen
    /// @param headingFixed whether the heading is exactly that of the template
    /// @param sums what the good rows come to
    /// @param counts absent until every row was judged
    record ImportItem(
            int id,
            String kind,
            String fileName,
            ImportState state,
            OffsetDateTime madeAt,
            Optional<OffsetDateTime> doneAt,
            String operatorName,
            boolean mapped,
            boolean headingFixed,
            List<ImportFieldItem> fields,
            List<ImportModeItem> modes,
            List<ImportOptionItem> options,
            List<ImportColumn> columns,
            ImportChoiceBody choice,
            Optional<ImportCounts> counts,
            List<ImportSumItem> sums,
            ImportFailed failed,
            Optional<Integer> jobId,
            Optional<ImportTwin> twin) {}

    /// What is said about a cell.
    ///
    /// @param column its letter; absent where no column fills the field
    record ImportNote(Optional<String> column, String field, String value, String text) {}

    /// What a row makes of something.
    record ImportChange(String title, String before, String after) {}

    /// A row of the preview.
    ///
    /// @param outcome absent where it did what it says
    record ImportRow(
            int row,
            RowEffect effect,
            boolean hidden,
            String subject,
            Map<String, String> cells,
            List<ImportNote> problems,
            List<ImportNote> notices,
            List<ImportChange> changes,
            Optional<RowOutcome> outcome) {}

    ImportItem item(Imports.Opened opened) {
        var found = opened.found();
        var desk = desks.of(found.kind());
        var choice = found.choice();
        var failed = rows.outcomes(found.id());
        return new ImportItem(
                found.id(),
                found.kind(),
                found.fileName(),
                found.state(),
                local(found.madeAt()),
                found.doneAt().map(this::local),
                found.operatorName(),
                desk.isMapped(),
                desk.isHeadingFixed(),
                desk.fields().stream()
                        .map(field ->
                                new ImportFieldItem(
                                        field.key(), words.field(desk, field), field.required()))
                        .toList(),
                desk.modes().stream()
                        .map(mode -> new ImportModeItem(mode, words.mode(desk, mode)))
                        .toList(),
                desk.options().stream().map(words::option).toList(),
                opened.heading().map(ImportWords::columns).orElse(List.of()),
                new ImportChoiceBody(
                        choice.columns(),
                        choice.mode(),
                        choice.firstRow(),
                        Optional.of(choice.options())),
                found.counts().map(ImportItems::counts),
                found.sums().stream().map(sum -> words.sum(desk, sum)).toList(),
                new ImportFailed(
                        failed.getOrDefault(RowOutcome.NOT_WRITTEN, 0),
                        failed.getOrDefault(RowOutcome.NOT_UNDONE, 0)),
                found.jobId(),
                table.twin(found).flatMap(this::twin));
    }

    ImportRow row(Import found, ImportRowTable.Row row) {
        return new ImportRow(
                row.row(),
                row.effect(),
                row.hidden(),
                row.subject(),
                row.cells(),
                words.of(found, row.problems()),
                words.of(found, row.notices()),
                row.changes().stream().map(change -> words.change(found, change)).toList(),
                row.outcome());
    }

    private static ImportCounts counts(Import.Counts counts) {
        return new ImportCounts(
                counts.add(), counts.change(), counts.same(), counts.bad(), counts.noticed());
    }

    private Optional<ImportTwin> twin(Import twin) {
        return twin.doneAt().map(at -> new ImportTwin(twin.id(), local(at), twin.operatorName()));
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(settings.current().zone()).toOffsetDateTime();
    }
}

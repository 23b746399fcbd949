package onecard.platform.imports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.jobs.Job;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.Page;
import onecard.platform.system.Settings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports. Who may do what with them is decided by the permission that the desk of each kind
/// needs.
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportTable table;
    private final ImportRowTable rows;
    private final ImportWords words;
    private final ImportFiles files;
    private final ImportDesks desks;
    private final Settings settings;

    ImportsController(
            Imports imports,
            ImportTable table,
            ImportRowTable rows,
            ImportWords words,
            ImportFiles files,
            ImportDesks desks,
            Settings settings) {
        this.imports = imports;
        this.table = table;
        this.rows = rows;
        this.words = words;
        this.files = files;
        this.desks = desks;
        this.settings = settings;
    }

    /// What was chosen for a table.
    ///
    /// @param columns the column of each field, 0 for A
    /// @param mode one of the modes
    /// @param firstRow the first row that is no heading
    record ImportChoiceBody(
            @NotNull Map<String, Integer> columns, @NotNull String mode, @Min(1) int firstRow) {}

    /// A column of the file.
    record ImportColumn(String letter, String heading, List<String> samples) {}

    record ImportFieldItem(String key, String title, boolean required) {}

    record ImportModeItem(String mode, String title) {}

    record ImportCounts(int add, int change, int same, int bad, int noticed) {}

    /// The same file was imported before.
    record ImportTwin(int id, OffsetDateTime at, String operatorName) {}

    /// An import.
    ///
    /// @param columns of the file; empty once it was written
    /// @param mapped whether columns may be chosen
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
            List<ImportFieldItem> fields,
            List<ImportModeItem> modes,
            List<ImportColumn> columns,
            ImportChoiceBody choice,
            Optional<ImportCounts> counts,
            Optional<Integer> jobId,
            Optional<ImportTwin> twin) {}

    /// What is said about a cell.
    ///
    /// @param column its letter; absent where no column fills the field
    record ImportNote(Optional<String> column, String field, String value, String text) {}

    /// A row of the preview.
    record ImportRow(
            int row,
            RowEffect effect,
            boolean hidden,
            String subject,
            Map<String, String> cells,
            List<ImportNote> problems,
            List<ImportNote> notices) {}

    record StartedJob(int jobId) {}

    @AnyOperator
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportItem uploadImport(@RequestParam String kind, @RequestPart MultipartFile file)
            throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return item(imports.upload(kind, name, file.getBytes()));
    }

    @AnyOperator
    @GetMapping
    Page<ImportItem> listImports(
            @RequestParam String kind,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        var _ = desks.open(kind);
        int most = Page.limit(limit);
        var found = table.list(kind, after.orElse(Integer.MAX_VALUE), most + 1);
        return Page.cut(found, most, one -> Integer.toString(one.id()))
                .map(one -> item(new Imports.Opened(one, Optional.empty())));
    }

    @AnyOperator
    @GetMapping("/{id}")
    ImportItem readImport(@PathVariable @Positive int id) {
        return item(imports.open(id));
    }

    @AnyOperator
    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedJob checkImport(
            @PathVariable @Positive int id, @Valid @RequestBody ImportChoiceBody body) {
        return started(
                imports.check(id, new ImportChoice(body.columns(), body.mode(), body.firstRow())));
    }

    @AnyOperator
    @PostMapping("/{id}/write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedJob writeImport(@PathVariable @Positive int id) {
        return started(imports.write(id));
    }

    @AnyOperator
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedJob undoImport(@PathVariable @Positive int id) {
        return started(imports.undo(id));
    }

    @AnyOperator
    @GetMapping("/{id}/rows")
    Page<ImportRow> listImportRows(
            @PathVariable @Positive int id,
            @RequestParam Optional<RowEffect> effect,
            @RequestParam Optional<Boolean> noticed,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        var found = imports.visible(id);
        int most = Page.limit(limit);
        var page = rows.page(id, after.orElse(0), most + 1, effect, noticed.orElse(false));
        return Page.cut(page, most, row -> Integer.toString(row.row()))
                .map(row ->
                        new ImportRow(
                                row.row(),
                                row.effect(),
                                row.hidden(),
                                row.subject(),
                                row.cells(),
                                words.of(found, row.problems()),
                                words.of(found, row.notices())));
    }

    @AnyOperator
    @GetMapping(path = "/{id}/failures.xlsx", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "The rows that were not imported, each with its reason",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    void downloadImportFailures(@PathVariable @Positive int id, HttpServletResponse response)
            throws IOException {
        var found = imports.visible(id);
        attach(response, files.failuresName(found));
        files.failures(found, response.getOutputStream());
    }

    @AnyOperator
    @GetMapping(path = "/templates/{kind}.xlsx", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "A table to fill in",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    void downloadImportTemplate(@PathVariable String kind, HttpServletResponse response)
            throws IOException {
        var desk = desks.open(kind);
        attach(response, files.templateName(desk));
        files.template(desk, response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static StartedJob started(Job job) {
        return new StartedJob(job.id());
    }

    private ImportItem item(Imports.Opened opened) {
        var found = opened.found();
        var desk = desks.of(found.kind());
        var zone = settings.current().zone();
        return new ImportItem(
                found.id(),
                found.kind(),
                found.fileName(),
                found.state(),
                found.madeAt().atZone(zone).toOffsetDateTime(),
                found.doneAt().map(at -> at.atZone(zone).toOffsetDateTime()),
                found.operatorName(),
                desk.isMapped(),
                desk.fields().stream()
                        .map(field ->
                                new ImportFieldItem(
                                        field.key(), words.field(desk, field), field.required()))
                        .toList(),
                desk.modes().stream()
                        .map(mode -> new ImportModeItem(mode, words.mode(desk, mode)))
                        .toList(),
                opened.heading().map(ImportWords::columns).orElse(List.of()),
                new ImportChoiceBody(
                        found.choice().columns(), found.choice().mode(), found.choice().firstRow()),
                found.counts().map(ImportsController::counts),
                found.jobId(),
                table.twin(found).flatMap(this::twin));
    }

    private static ImportCounts counts(Import.Counts counts) {
        return new ImportCounts(
                counts.add(), counts.change(), counts.same(), counts.bad(), counts.noticed());
    }

    private Optional<ImportTwin> twin(Import twin) {
        return twin.doneAt()
                .map(at ->
                        new ImportTwin(
                                twin.id(),
                                at.atZone(settings.current().zone()).toOffsetDateTime(),
                                twin.operatorName()));
    }
}

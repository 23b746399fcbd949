package onecard.platform.imports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import onecard.platform.imports.ImportItems.ImportChoiceBody;
import onecard.platform.imports.ImportItems.ImportItem;
import onecard.platform.imports.ImportItems.ImportRow;
import onecard.platform.jobs.Job;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.Page;
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
    private final ImportItems items;
    private final ImportFiles files;
    private final ImportDesks desks;

    ImportsController(
            Imports imports,
            ImportTable table,
            ImportRowTable rows,
            ImportItems items,
            ImportFiles files,
            ImportDesks desks) {
        this.imports = imports;
        this.table = table;
        this.rows = rows;
        this.items = items;
        this.files = files;
        this.desks = desks;
    }

    record StartedJob(int jobId) {}

    @AnyOperator
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportItem uploadImport(@RequestParam String kind, @RequestPart MultipartFile file)
            throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return items.item(imports.upload(kind, name, file.getBytes()));
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
                .map(one -> items.item(new Imports.Opened(one, Optional.empty())));
    }

    @AnyOperator
    @GetMapping("/{id}")
    ImportItem readImport(@PathVariable @Positive int id) {
        return items.item(imports.open(id));
    }

    @AnyOperator
    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedJob checkImport(
            @PathVariable @Positive int id, @Valid @RequestBody ImportChoiceBody body) {
        return started(imports.check(id, body.choice()));
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
            @RequestParam Optional<Boolean> failed,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        var found = imports.visible(id);
        int most = Page.limit(limit);
        var wanted = new ImportRowTable.Wanted(effect, noticed.orElse(false), failed.orElse(false));
        var page = rows.page(id, after.orElse(0), most + 1, wanted);
        return Page.cut(page, most, row -> Integer.toString(row.row()))
                .map(row -> items.row(found, row));
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
}

package onecard.platform.reports.catalogue;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.reports.catalogue.ReportDescription.ReportCard;
import onecard.platform.reports.catalogue.ReportDescription.ReportChoice;
import onecard.platform.reports.catalogue.ReportDescription.ReportColumn;
import onecard.platform.reports.catalogue.ReportDescription.ReportDrill;
import onecard.platform.reports.catalogue.ReportDescription.ReportFilter;
import onecard.platform.reports.catalogue.ReportDescription.ReportRows;
import onecard.platform.reports.catalogue.ReportDescription.ReportSums;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Needs;
import onecard.platform.system.Operator;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The reports of the catalogue on screen: which there are, what each has, its rows and its sums.
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {
    private final Catalogue catalogue;
    private final ReportReader reader;
    private final ReportWords words;
    private final ReportFiles files;
    private final CurrentOperator current;
    private final Settings settings;
    private final Clock clock;

    ReportController(
            Catalogue catalogue,
            ReportReader reader,
            ReportWords words,
            ReportFiles files,
            CurrentOperator current,
            Settings settings,
            Clock clock) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.words = words;
        this.files = files;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    @Needs(Permission.SEE_REPORTS)
    @GetMapping
    Page<ReportCard> listReports() {
        Language language = current.language();
        return new Page<>(
                catalogue.of(current.get()).stream()
                        .map(report ->
                                new ReportCard(
                                        report.name(),
                                        report.chapter(),
                                        words.title(report, language),
                                        words.purpose(report, language)))
                        .toList(),
                Optional.empty());
    }

    @Needs(Permission.SEE_REPORTS)
    @GetMapping("/{name}")
    ReportDescription describeReport(@PathVariable String name) {
        Operator operator = current.get();
        Language language = operator.language();
        Report report = catalogue.get(name, operator);
        Days days = report.source().days();
        return new ReportDescription(
                report.name(),
                report.chapter(),
                words.title(report, language),
                words.purpose(report, language),
                days.views().stream().map(View::word).toList(),
                days.single(),
                report.source().department().isPresent(),
                reader.columns(report, language).stream()
                        .map(column -> column(column, operator))
                        .toList(),
                filters(report, language));
    }

    private ReportColumn column(Column column, Operator operator) {
        return new ReportColumn(
                column.key(),
                column.shown() ? words.column(column, operator.language()) : "",
                column.group(),
                column.type(),
                column.shown(),
                column.summed(),
                column.onlyIfSome(),
                column.drill()
                        .filter(to -> catalogue.find(to.report(), operator).isPresent())
                        .map(to ->
                                new ReportDrill(to.report(), to.sum(), to.byColumn(), to.fixed())));
    }

    private List<ReportFilter> filters(Report report, Language language) {
        var known = report.source().filters().keySet();
        return EnumSet.allOf(Filter.class).stream()
                .filter(known::contains)
                .map(filter ->
                        new ReportFilter(
                                filter.word(),
                                words.filter(filter, language),
                                filter.kind() == Filter.Kind.WORD,
                                report.choices().getOrDefault(filter, List.of()).stream()
                                        .map(code ->
                                                new ReportChoice(
                                                        code,
                                                        words.code(report, filter, code, language)))
                                        .toList()))
                .toList();
    }

    /// Besides the place in the list, the parameters are `from`, `to`, `view`, `todays` and the
    /// filters of the report.
    @Needs(Permission.SEE_REPORTS)
    @GetMapping("/{name}/rows")
    ReportRows readReportRows(
            @PathVariable String name,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit,
            @Parameter(hidden = true) @RequestParam Map<String, String> sent) {
        Asked asked = asked(name, sent);
        Page<List<@Nullable Object>> page =
                reader.page(asked, Cursor.read(asked.report(), after), Page.limit(limit));
        return new ReportRows(page.items(), page.next());
    }

    /// The parameters are `from`, `to`, `view`, `todays` and the filters of the report.
    @Needs(Permission.SEE_REPORTS)
    @GetMapping("/{name}/sums")
    ReportSums readReportSums(
            @PathVariable String name,
            @Parameter(hidden = true) @RequestParam Map<String, String> sent) {
        Asked asked = asked(name, sent);
        Sums sums = reader.sums(asked);
        SiteSettings site = settings.current();
        return new ReportSums(
                sums.rows(),
                sums.sums(),
                sums.trouble().map(what -> words.trouble(what, asked.language())),
                site.unitName(),
                words.title(asked.report(), asked.language()),
                asked.from(),
                asked.to(),
                words.period(asked),
                words.filters(asked),
                current.get().displayName(),
                clock.instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(site.zone())
                        .toOffsetDateTime());
    }

    /// The parameters are those of the sums, and `columns`: keys in the order wanted, with commas.
    @Needs(Permission.SEE_REPORTS)
    @GetMapping("/{name}/file")
    @ApiResponse(
            responseCode = "200",
            description = "A workbook, or a table as text",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    void downloadReport(
            @PathVariable String name,
            @Parameter(schema = @Schema(allowableValues = {"xlsx", "csv"})) @RequestParam
                    String format,
            @RequestParam Optional<String> columns,
            @Parameter(hidden = true) @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        Asked asked = asked(name, sent);
        ReportFiles.Format kind =
                switch (format) {
                    case "xlsx" -> ReportFiles.Format.XLSX;
                    case "csv" -> ReportFiles.Format.CSV;
                    default -> throw Problem.field("format", "error.reports.format");
                };
        files.write(
                asked,
                kind,
                columns,
                current.get().displayName(),
                () -> {
                    response.setContentType(kind.mediaType());
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(
                                            files.name(asked) + "." + format,
                                            StandardCharsets.UTF_8)
                                    .build()
                                    .toString());
                    try {
                        return response.getOutputStream();
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
    }

    private Asked asked(String name, Map<String, String> sent) {
        Operator operator = current.get();
        return Asked.read(catalogue.get(name, operator), sent, operator);
    }
}

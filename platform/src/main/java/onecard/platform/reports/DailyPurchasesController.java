package onecard.platform.reports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The daily purchase summary on screen, for print, and as a file for Excel.
@RestController
@RequestMapping("/api/v1/reports")
class DailyPurchasesController {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DailyPurchasesReport report;
    private final DailyPurchasesFile file;
    private final CurrentOperator current;

    DailyPurchasesController(
            DailyPurchasesReport report, DailyPurchasesFile file, CurrentOperator current) {
        this.report = report;
        this.file = file;
        this.current = current;
    }

    @Needs(Permission.SEE_REPORTS)
    @GetMapping("/daily-purchases")
    DailyPurchases readDailyPurchases(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam Optional<Integer> merchantId,
            @Parameter(schema = @Schema(allowableValues = {"transaction", "booking"})) @RequestParam
                    Optional<String> view) {
        return make(from, to, merchantId, view);
    }

    @Needs(Permission.SEE_REPORTS)
    @GetMapping(path = "/daily-purchases.xlsx", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "A workbook",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    void downloadDailyPurchases(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam Optional<Integer> merchantId,
            @Parameter(schema = @Schema(allowableValues = {"transaction", "booking"})) @RequestParam
                    Optional<String> view,
            HttpServletResponse response)
            throws IOException {
        DailyPurchases made = make(from, to, merchantId, view);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(made, current.language()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        file.write(made, view(view), current.language(), response.getOutputStream());
    }

    private DailyPurchases make(
            LocalDate from, LocalDate to, Optional<Integer> merchant, Optional<String> view) {
        if (to.isBefore(from)) {
            throw Problem.field("to", "error.reports.backwards");
        }
        if (ChronoUnit.DAYS.between(from, to) >= DailyPurchasesReport.DAYS_MAX) {
            throw Problem.field(
                    "to", "error.reports.too-long", Map.of("days", DailyPurchasesReport.DAYS_MAX));
        }
        Operator reader = current.get();
        return report.make(
                new Takings.Range(from, to, reader.merchants(), merchant, view(view)), reader);
    }

    private static Takings.View view(Optional<String> view) {
        return switch (view.orElse("transaction")) {
            case "transaction" -> Takings.View.TRANSACTION;
            case "booking" -> Takings.View.BOOKING;
            default -> throw Problem.field("view", "error.reports.view");
        };
    }
}

package onecard.platform.reports;

import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The completeness board on screen and for print.
@RestController
@RequestMapping("/api/v1/reports")
class CompletenessController {
    private final CompletenessReport report;
    private final CurrentOperator current;

    CompletenessController(CompletenessReport report, CurrentOperator current) {
        this.report = report;
        this.current = current;
    }

    /// @param day the business day; today if none is named
    @Needs(Permission.SEE_REPORTS)
    @GetMapping("/completeness")
    CompletenessBoard readCompleteness(
            @RequestParam Optional<LocalDate> day, @RequestParam Optional<Integer> merchantId) {
        return report.make(day, merchantId, current.get());
    }
}

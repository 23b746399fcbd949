package onecard.platform.reports;

import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the day at a glance.
@RestController
class TodayController {
    private final TodayReport report;
    private final CurrentOperator current;

    TodayController(TodayReport report, CurrentOperator current) {
        this.report = report;
        this.current = current;
    }

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/api/v1/today")
    Today readToday() {
        return report.make(current.get());
    }
}

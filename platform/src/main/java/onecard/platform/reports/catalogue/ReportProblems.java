package onecard.platform.reports.catalogue;

import onecard.platform.system.ProblemKind;

/// What can be in the way of a report.
final class ReportProblems {
    static final ProblemKind DOES_NOT_ADD = new ProblemKind("report-does-not-add", 409);

    private ReportProblems() {}
}

package onecard.platform.jobs;

import onecard.platform.system.ProblemKind;

/// How a job can fail by itself.
final class JobProblems {
    /// Something that nobody foresaw; the incident stands in the log.
    static final ProblemKind BROKEN = new ProblemKind("job-broken", 409);

    private JobProblems() {}
}

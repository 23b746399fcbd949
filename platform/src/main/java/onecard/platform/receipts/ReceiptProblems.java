package onecard.platform.receipts;

import onecard.platform.system.ProblemKind;

/// What can be in the way of a receipt.
final class ReceiptProblems {
    /// Another printer has this name.
    static final ProblemKind NAME_TAKEN = new ProblemKind("printer-name-taken", 409);

    /// There are as many printers as there may be.
    static final ProblemKind TOO_MANY = new ProblemKind("too-many-printers", 409);

    /// A print that is on paper, or still waits, is not sent once more.
    static final ProblemKind NOT_FAILED = new ProblemKind("print-not-failed", 409);

    private ReceiptProblems() {}
}

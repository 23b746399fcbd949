package onecard.platform.purchases;

import onecard.platform.system.ProblemKind;

/// What can be in the way of a correction, a back-entry or the settling of an odd record.
final class PurchaseProblems {
    static final ProblemKind NOT_OPEN = new ProblemKind("account-not-open", 409);
    static final ProblemKind CLOSED = new ProblemKind("account-closed", 409);
    static final ProblemKind WINDOW_OVER = new ProblemKind("correction-window-over", 409);
    static final ProblemKind NOT_ENOUGH = new ProblemKind("charge-not-covered", 409);
    static final ProblemKind VOIDED = new ProblemKind("purchase-voided", 409);
    static final ProblemKind NOTHING_CHARGED = new ProblemKind("nothing-charged", 409);
    static final ProblemKind NO_CHANGE = new ProblemKind("no-change", 409);
    static final ProblemKind NO_TERMINAL_THEN = new ProblemKind("no-terminal-then", 409);
    static final ProblemKind SETTLED = new ProblemKind("follow-up-settled", 409);

    private PurchaseProblems() {}
}

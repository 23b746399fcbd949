package onecard.platform.cards;

import onecard.platform.system.ProblemKind;

/// What can be in the way at the card centre and at the top-up desk.
final class CardProblems {
    static final ProblemKind CARD_UNKNOWN = new ProblemKind("card-unknown", 404);
    static final ProblemKind CARD_IN_USE = new ProblemKind("card-in-use", 409);
    static final ProblemKind CARD_NOT_REUSABLE = new ProblemKind("card-not-reusable", 409);
    static final ProblemKind HAS_CARD = new ProblemKind("person-has-card", 409);
    static final ProblemKind CARD_LOST = new ProblemKind("person-lost-card", 409);
    static final ProblemKind NO_CARD = new ProblemKind("person-has-no-card", 409);
    static final ProblemKind NOT_LOST = new ProblemKind("card-not-lost", 409);
    static final ProblemKind NOT_OPEN = new ProblemKind("account-not-open", 409);
    static final ProblemKind FROZEN = new ProblemKind("account-frozen", 409);
    static final ProblemKind NOT_FROZEN = new ProblemKind("account-not-frozen", 409);
    static final ProblemKind CLOSED = new ProblemKind("account-closed", 409);
    static final ProblemKind MAX_BALANCE = new ProblemKind("max-balance", 409);
    static final ProblemKind UNDO_TOO_LATE = new ProblemKind("undo-too-late", 409);
    static final ProblemKind UNDO_DONE = new ProblemKind("undo-done", 409);
    static final ProblemKind UNDO_SPENT = new ProblemKind("undo-spent", 409);
    static final ProblemKind UNDO_NOT_LATEST = new ProblemKind("undo-not-latest", 409);
    static final ProblemKind UNDO_NOT_YOURS = new ProblemKind("undo-not-yours", 403);

    static final ProblemKind NOT_CLOSED = new ProblemKind("account-not-closed", 409);
    static final ProblemKind NOTHING_HELD = new ProblemKind("nothing-held", 409);
    static final ProblemKind BALANCE_HELD = new ProblemKind("balance-held", 409);
    static final ProblemKind TAKE_OVER_EARLY = new ProblemKind("take-over-early", 409);
    static final ProblemKind TERMINALS_SILENT = new ProblemKind("terminals-silent", 409);
    static final ProblemKind IN_DEBT = new ProblemKind("account-in-debt", 409);
    static final ProblemKind REFUND_TOO_HIGH = new ProblemKind("refund-above-balance", 409);
    static final ProblemKind NO_MONEY_AT_ISSUE = new ProblemKind("top-up-at-issue-off", 409);
    static final ProblemKind NUMBERS_OFF = new ProblemKind("generated-numbers-off", 409);
    static final ProblemKind DEPOSIT_TOO_HIGH = new ProblemKind("deposit-too-high", 409);
    static final ProblemKind NO_SHIFT = new ProblemKind("no-shift", 409);
    static final ProblemKind SHIFT_OPEN = new ProblemKind("shift-open", 409);
    static final ProblemKind OTHER_CARD = new ProblemKind("other-card", 409);
    static final ProblemKind PERSON_LEFT = new ProblemKind("person-left", 409);
    static final ProblemKind VERSION_USED = new ProblemKind("import-version-used", 409);
    static final ProblemKind TOO_MANY = new ProblemKind("too-many-people", 409);

    private CardProblems() {}
}

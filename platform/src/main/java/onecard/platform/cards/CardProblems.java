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

    private CardProblems() {}
}

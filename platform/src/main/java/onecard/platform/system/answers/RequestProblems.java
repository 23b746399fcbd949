package onecard.platform.system.answers;

import onecard.platform.system.ProblemKind;

/// What can be wrong with a request before anybody understands what it wants.
final class RequestProblems {
    static final ProblemKind MALFORMED = new ProblemKind("malformed-body", 400);
    static final ProblemKind BAD_REQUEST = new ProblemKind("bad-request", 400);
    static final ProblemKind MISSING_VALUE = new ProblemKind("missing-value", 400);
    static final ProblemKind WRONG_VALUE = new ProblemKind("wrong-value", 400);
    static final ProblemKind NO_SUCH_ADDRESS = new ProblemKind("no-such-address", 404);
    static final ProblemKind METHOD_NOT_ALLOWED = new ProblemKind("method-not-allowed", 405);
    static final ProblemKind NOT_ACCEPTABLE = new ProblemKind("not-acceptable", 406);
    static final ProblemKind TOO_LARGE = new ProblemKind("too-large", 413);
    static final ProblemKind WRONG_MEDIA_TYPE = new ProblemKind("wrong-media-type", 415);
    static final ProblemKind PRECONDITION_REQUIRED = new ProblemKind("revision-required", 428);
    static final ProblemKind DATABASE_AWAY = new ProblemKind("database-away", 503);

    private RequestProblems() {}
}

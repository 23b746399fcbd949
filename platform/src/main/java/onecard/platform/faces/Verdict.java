package onecard.platform.faces;

import onecard.platform.faces.Push.State;
import onecard.wire.adms.ReturnCode;

/// What becomes of a push when a terminal answers a part of it. Pure.
sealed interface Verdict {
    /// It goes on; these steps are done now.
    record GoesOn(int steps) implements Verdict {}

    /// It ended.
    record Ends(State state) implements Verdict {}

    /// The terminal had no time; it is sent again.
    record Again() implements Verdict {}

    /// Says what an answer means.
    ///
    /// @param steps what was done before
    static Verdict of(Step.Part part, ReturnCode code, int steps) {
        return switch (part) {
            case U -> code == ReturnCode.DONE ? with(steps | Push.USER) : failed(code, State.OTHER);
            case F ->
                    code == ReturnCode.DONE ? with(steps | Push.FACE) : failed(code, State.QUALITY);
            case D ->
                    code == ReturnCode.DONE || code == ReturnCode.NO_SUCH_USER
                            ? new Ends(State.DONE)
                            : failed(code, State.OTHER);
            case C -> code == ReturnCode.DONE ? new Ends(State.DONE) : failed(code, State.OTHER);
        };
    }

    private static Verdict with(int steps) {
        return steps == (Push.USER | Push.FACE) ? new Ends(State.DONE) : new GoesOn(steps);
    }

    private static Verdict failed(ReturnCode code, State otherwise) {
        return switch (code) {
            case SIZE_DIFFERS, FULL, TOO_LONG -> new Ends(State.TOO_LARGE);
            case UNSUPPORTED, NOT_CONFIGURED -> new Ends(State.UNSUPPORTED);
            case BUSY, TIMEOUT -> new Again();
            case BAD_PARAMETER,
                    READ_WRITE,
                    TEMPLATE_SIZE,
                    NO_SUCH_USER,
                    BAD_TEMPLATE,
                    BROKEN_TEMPLATE,
                    TEMPLATE_VERSION,
                    NO_MEMORY,
                    NOT_FETCHED,
                    OTHER,
                    DONE ->
                    new Ends(otherwise);
        };
    }
}

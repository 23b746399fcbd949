package onecard.platform.sheets;

import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;

/// Why a file is not read as a table.
final class SheetProblems {
    private static final ProblemKind NO_TABLE = new ProblemKind("file-no-table", 422);
    private static final ProblemKind WEB_PAGE = new ProblemKind("file-web-page", 422);
    private static final ProblemKind PROTECTED = new ProblemKind("file-protected", 422);
    private static final ProblemKind TOO_OLD = new ProblemKind("file-too-old", 422);
    private static final ProblemKind DAMAGED = new ProblemKind("file-damaged", 422);
    private static final ProblemKind TOO_LARGE = new ProblemKind("file-too-large", 422);
    private static final ProblemKind TOO_WIDE = new ProblemKind("file-too-wide", 422);
    private static final ProblemKind TOO_LONG = new ProblemKind("file-too-long", 422);
    private static final ProblemKind BOMB = new ProblemKind("file-unpacks-too-far", 422);
    private static final ProblemKind FORBIDDEN = new ProblemKind("file-forbidden-parts", 422);

    private SheetProblems() {}

    static Problem noTable() {
        return Problem.of(NO_TABLE);
    }

    static Problem webPage() {
        return Problem.of(WEB_PAGE);
    }

    static Problem locked() {
        return Problem.of(PROTECTED);
    }

    static Problem tooOld() {
        return Problem.of(TOO_OLD);
    }

    static Problem damaged() {
        return Problem.of(DAMAGED);
    }

    static Problem tooLarge() {
        return Problem.of(TOO_LARGE).with("megabytes", SheetReader.FILE_MAX_BYTES >> 20);
    }

    static Problem tooWide(int row) {
        return Problem.of(TOO_WIDE).with("row", row).with("columns", SheetReader.COLUMNS_MAX);
    }

    static Problem tooLong() {
        return Problem.of(TOO_LONG).with("rows", SheetReader.ROWS_MAX);
    }

    static Problem bomb() {
        return Problem.of(BOMB);
    }

    static Problem forbidden() {
        return Problem.of(FORBIDDEN);
    }
}

package onecard.platform.imports;

import onecard.platform.system.ProblemKind;

/// What can be in the way of an import.
final class ImportProblems {
    static final ProblemKind NOT_CHECKED = new ProblemKind("import-not-checked", 409);
    static final ProblemKind NOTHING_GOOD = new ProblemKind("import-nothing-good", 409);
    static final ProblemKind STALE = new ProblemKind("import-changed-meanwhile", 409);
    static final ProblemKind OVER = new ProblemKind("import-over", 409);
    static final ProblemKind NOT_DONE = new ProblemKind("import-not-done", 409);
    static final ProblemKind UNDER_WAY = new ProblemKind("import-under-way", 409);
    static final ProblemKind FILE_GONE = new ProblemKind("import-file-gone", 409);
    static final ProblemKind EMPTY = new ProblemKind("import-empty", 422);
    static final ProblemKind HEADING_WRONG = new ProblemKind("import-heading-wrong", 422);
    static final ProblemKind COLUMN_MISSING = new ProblemKind("import-column-missing", 422);

    private ImportProblems() {}
}

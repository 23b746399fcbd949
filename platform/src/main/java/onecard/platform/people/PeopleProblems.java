package onecard.platform.people;

import onecard.platform.system.ProblemKind;

/// What can be in the way of changing people, departments and groups.
final class PeopleProblems {
    static final ProblemKind NUMBER_TAKEN = new ProblemKind("person-number-taken", 409);
    static final ProblemKind NUMBERS_USED_UP = new ProblemKind("person-numbers-used-up", 409);
    static final ProblemKind FACE_NUMBER_TAKEN = new ProblemKind("face-number-taken", 409);
    static final ProblemKind GROUP_TAKEN = new ProblemKind("group-taken", 409);
    static final ProblemKind GROUP_IN_USE = new ProblemKind("group-in-use", 409);
    static final ProblemKind DEPARTMENT_FULL = new ProblemKind("department-full", 409);
    static final ProblemKind DEPARTMENT_TOO_DEEP = new ProblemKind("department-too-deep", 409);
    static final ProblemKind DEPARTMENT_TAKEN = new ProblemKind("department-taken", 409);

    static final ProblemKind DEPARTMENT_IN_USE = new ProblemKind("department-in-use", 409);
    static final ProblemKind DEPARTMENT_INSIDE = new ProblemKind("department-inside-itself", 409);
    static final ProblemKind ROOT_STAYS = new ProblemKind("root-department-stays", 409);
    static final ProblemKind NUMBER_IN_ARCHIVE = new ProblemKind("person-number-in-archive", 409);
    static final ProblemKind NUMBER_LENGTH = new ProblemKind("person-number-length", 422);
    static final ProblemKind LENGTH_IN_USE = new ProblemKind("person-number-length-in-use", 409);
    static final ProblemKind NUMBER_NEEDED = new ProblemKind("person-number-needed", 422);
    static final ProblemKind NOT_FREE = new ProblemKind("people-not-free", 409);
    static final ProblemKind LEFT_ALREADY = new ProblemKind("person-left-already", 409);
    static final ProblemKind NOT_LEFT = new ProblemKind("person-not-left", 409);
    static final ProblemKind CHOICE_TAKEN = new ProblemKind("choice-taken", 409);
    static final ProblemKind CHOICE_IN_USE = new ProblemKind("choice-in-use", 409);

    static final ProblemKind NUMBERS_MOVED = new ProblemKind("people-changed-meanwhile", 409);
    static final ProblemKind IMPORT_CHANGED_SINCE = new ProblemKind("import-changed-since", 409);
    static final ProblemKind IMPORT_IN_USE = new ProblemKind("import-in-use", 409);
    static final ProblemKind IMPORT_PLACE_GONE = new ProblemKind("import-place-gone", 409);

    private PeopleProblems() {}
}

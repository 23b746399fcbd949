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

    private PeopleProblems() {}
}

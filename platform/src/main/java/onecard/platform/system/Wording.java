package onecard.platform.system;

/// Which words the site uses for its people (`D-48`): a company has a person number (工号),
/// departments (部门) and leaving (离职); a school has 学号, 班级 and 离校. Chosen once, used everywhere.
public enum Wording {
    COMPANY,
    SCHOOL
}

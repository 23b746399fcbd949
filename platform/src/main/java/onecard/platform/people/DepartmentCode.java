package onecard.platform.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;

/// The code of a department (部门编号): the root has `0`, a child appends two digits `01` to `99` to
/// its parent's code (`D-28`), so the second level reads `001`, the third `00301`.
///
/// @param value digits
record DepartmentCode(String value) {
    /// How many children a department can have.
    static final int CHILDREN_MAX = 99;

    /// How many levels there are below the root.
    static final int LEVELS_MAX = 8;

    private static final int DIGITS = 2;

    /// How long a code is at the most.
    static final int LENGTH_MAX = 1 + DIGITS * LEVELS_MAX;

    /// Tells whether a department with this code can have children.
    boolean canHaveChildren() {
        return value.length() <= 1 + DIGITS * (LEVELS_MAX - 1);
    }

    /// Returns the lowest code that is free among the children; empty if all 99 are taken.
    Optional<DepartmentCode> nextChild(Collection<String> taken) {
        var codes = new HashSet<>(taken);
        for (int number = 1; number <= CHILDREN_MAX; number++) {
            var code = value + (number < 10 ? "0" : "") + number;
            if (!codes.contains(code)) {
                return Optional.of(new DepartmentCode(code));
            }
        }
        return Optional.empty();
    }

    private static final Pattern FORM = Pattern.compile("0(0[1-9]|[1-9][0-9]){0,8}");

    /// Tells whether this follows the rule.
    static boolean exists(String text) {
        return FORM.matcher(text).matches();
    }

    /// Tells whether this is the root's.
    boolean isRoot() {
        return value.length() == 1;
    }

    /// Returns the code of the parent; the root has none.
    DepartmentCode parent() {
        if (isRoot()) {
            throw new IllegalStateException("The root has no parent");
        }
        return new DepartmentCode(value.substring(0, value.length() - DIGITS));
    }

    /// Tells whether this is another department or lies below it.
    boolean isWithin(DepartmentCode other) {
        return value.startsWith(other.value);
    }

    /// Returns where the codes of everything below end: `code <= x < end` is this department and
    /// what lies below it.
    String end() {
        return value + ':';
    }
}

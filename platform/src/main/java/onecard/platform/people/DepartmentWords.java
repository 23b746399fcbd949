package onecard.platform.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;

/// Finds departments by what stands in a table: the code, or the name where only one department has
/// it (`M-120`, `M-121`).
final class DepartmentWords {
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");

    private final Map<String, Department> byCode = new HashMap<>();
    private final Map<String, List<Department>> byName = new HashMap<>();

    DepartmentWords(List<Department> all) {
        for (var department : all) {
            byCode.put(department.code(), department);
            byName.computeIfAbsent(plain(department.name()), _ -> new ArrayList<>())
                    .add(department);
        }
    }

    /// What was found.
    sealed interface Found {
        /// One department.
        ///
        /// @param paddedCode the code with the zeros a numeric cell had lost; empty if none were
        record One(Department department, Optional<String> paddedCode) implements Found {}

        /// Several departments have the name; their codes.
        record Several(List<String> codes) implements Found {}

        record None() implements Found {}
    }

    Found find(Cell cell) {
        var typed = Typed.plain(cell.text());
        var coded = byCode.get(typed);
        if (coded != null) {
            return new Found.One(coded, Optional.empty());
        }
        var named = byName.getOrDefault(plain(cell.text()), List.of());
        if (named.size() == 1) {
            return new Found.One(named.getFirst(), Optional.empty());
        }
        if (named.size() > 1) {
            return new Found.Several(named.stream().map(Department::code).toList());
        }
        var padded = cell.kind() == Cell.Kind.NUMBER ? padded(typed) : Optional.<String>empty();
        var found = padded.map(byCode::get);
        return found.isPresent() ? new Found.One(found.get(), padded) : new Found.None();
    }

    /// Returns the code that a numeric cell meant: a code begins with 0 and has an odd length.
    static Optional<String> padded(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        int length = digits.equals("0") ? 1 : digits.length() + (digits.length() % 2 == 0 ? 1 : 2);
        return Optional.of("0".repeat(length - digits.length()) + digits)
                .filter(DepartmentCode::exists);
    }

    static String plain(String name) {
        return Normalizer.normalize(GAPS.matcher(name).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }
}

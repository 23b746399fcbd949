package onecard.platform.people;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onecard.platform.imports.CellReader;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;

/// Reads person numbers in tables: a number cell that lost its zeros gets them back, with a notice
/// (`D-45`).
///
/// @param length how long person numbers are; empty: any length
public record PersonNoCells(Optional<Integer> length) {
    private static final int SURE_DIGITS = 15;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// Reads the number of a row, which must have one.
    public Optional<PersonNo> read(CellReader cells, String field) {
        return cells.cell(field, true).flatMap(cell -> read(cells, field, cell));
    }

    private Optional<PersonNo> read(CellReader cells, String field, Cell cell) {
        var typed = Typed.plain(cell.text());
        int wanted = length.orElse(0);
        boolean number = cell.kind() == Cell.Kind.NUMBER;
        if (number && typed.length() < wanted && DIGITS.matcher(typed).matches()) {
            typed = "0".repeat(wanted - typed.length()) + typed;
            cells.notice(field, "import.people.padded", Map.of("padded", typed));
        }
        if (number && typed.length() > SURE_DIGITS) {
            cells.bad(field, "import.cell-digits-lost");
            return Optional.empty();
        }
        if (cell.kind() == Cell.Kind.DATE || !PersonNo.exists(typed)) {
            cells.bad(field, "error.people.person-no");
            return Optional.empty();
        }
        if (wanted > 0 && typed.length() != wanted) {
            cells.bad(
                    field, "import.people.length", Map.of("length", wanted, "is", typed.length()));
            return Optional.empty();
        }
        return Optional.of(new PersonNo(typed));
    }
}

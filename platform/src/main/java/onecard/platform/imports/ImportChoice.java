package onecard.platform.imports;

import java.util.Map;

/// What was chosen for a table.
///
/// @param columns the column of each field, 0 for A
/// @param mode one of the desk's
/// @param firstRow the first row that is no heading
/// @param options what else was chosen
record ImportChoice(
        Map<String, Integer> columns, String mode, int firstRow, Map<String, String> options) {}

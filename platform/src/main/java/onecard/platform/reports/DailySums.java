package onecard.platform.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The figures of the daily purchase summary: what the database summed up cell by cell, row by row,
/// column by column and altogether, each for itself. Pure.
///
/// @param columns the meals, in order; the last has no meal where something was bought outside
///   every meal (其他, `D-16`)
/// @param rows by day and merchant, without those on which nothing was bought (`M-244`)
/// @param perColumn the totals of the columns
/// @param total of everything
record DailySums(
        List<Optional<Integer>> columns, List<Row> rows, List<Sums> perColumn, Sums total) {

    /// A row of the report.
    ///
    /// @param cells one for each column
    record Row(LocalDate day, int merchant, List<Sums> cells, Sums sums) {
        boolean isNothing() {
            return sums.isNothing() && cells.stream().allMatch(Sums::isNothing);
        }
    }

    /// What one row of the database's answer is a sum of.
    enum Level {
        CELL,
        ROW,
        COLUMN,
        ALL
    }

    /// A sum as the database gave it; day, merchant and meal where the level has them.
    record Part(
            Level level,
            Optional<LocalDate> day,
            int merchant,
            Optional<Integer> meal,
            Sums sums) {}

    private record Key(LocalDate day, int merchant) implements Comparable<Key> {
        static Key of(Part part) {
            return new Key(part.day().orElseThrow(), part.merchant());
        }

        @Override
        public int compareTo(Key other) {
            int byDay = day.compareTo(other.day);
            return byDay == 0 ? Integer.compare(merchant, other.merchant) : byDay;
        }
    }

    /// Lays the parts out.
    ///
    /// @param meals the configured meals, in order (`M-246`); what belongs to none of them is other
    static DailySums of(Collection<Part> parts, List<Integer> meals) {
        Map<Optional<Integer>, Sums> columns = new LinkedHashMap<>();
        meals.forEach(meal -> columns.put(Optional.of(meal), Sums.NOTHING));
        var cells = new TreeMap<Key, Map<Optional<Integer>, Sums>>();
        var rows = new TreeMap<Key, Sums>();
        Sums all = Sums.NOTHING;
        for (Part part : parts) {
            Optional<Integer> meal = part.meal().filter(meals::contains);
            switch (part.level()) {
                case CELL ->
                        cells.computeIfAbsent(Key.of(part), _ -> new LinkedHashMap<>())
                                .merge(meal, part.sums(), Sums::plus);
                case ROW -> rows.put(Key.of(part), part.sums());
                case COLUMN -> columns.merge(meal, part.sums(), Sums::plus);
                case ALL -> all = part.sums();
            }
        }
        boolean otherIsEmpty =
                cells.values().stream()
                        .allMatch(row ->
                                row.getOrDefault(Optional.empty(), Sums.NOTHING).isNothing());
        if (otherIsEmpty && columns.getOrDefault(Optional.empty(), Sums.NOTHING).isNothing()) {
            columns.remove(Optional.<Integer>empty());
        }
        var laid = new ArrayList<Row>();
        rows.forEach((key, sums) -> {
            Map<Optional<Integer>, Sums> row = cells.getOrDefault(key, Map.of());
            List<Sums> inOrder =
                    columns.keySet().stream()
                            .map(meal -> row.getOrDefault(meal, Sums.NOTHING))
                            .toList();
            laid.add(new Row(key.day(), key.merchant(), inOrder, sums));
        });
        laid.removeIf(Row::isNothing);
        return new DailySums(
                List.copyOf(columns.keySet()), laid, List.copyOf(columns.values()), all);
    }

    /// Tells whether every row is the sum of its cells, every column total of its column, the total
    /// of the rows and of the columns, and every amount that of its cash and subsidy.
    boolean adds() {
        boolean rowsAdd =
                rows.stream()
                        .allMatch(row -> row.sums().adds() && sum(row.cells()).equals(row.sums()));
        boolean columnsAdd = true;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            List<Sums> down = rows.stream().map(row -> row.cells().get(column)).toList();
            columnsAdd &= sum(down).equals(perColumn.get(column));
        }
        return rowsAdd
                && columnsAdd
                && total.adds()
                && sum(rows.stream().map(Row::sums).toList()).equals(total)
                && sum(perColumn).equals(total);
    }

    private static Sums sum(List<Sums> parts) {
        return parts.stream().reduce(Sums.NOTHING, Sums::plus);
    }
}

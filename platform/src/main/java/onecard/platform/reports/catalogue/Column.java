package onecard.platform.reports.catalogue;

import java.util.Locale;
import java.util.Optional;

/// A column of a report.
///
/// @param key its name in requests and answers; in the statement it is in snake case
/// @param word the key of its title, after `reports.column.`
/// @param words of a code: the key its words begin with, after `reports.word.`
/// @param summed whether it is added up
/// @param perMeal the figure of one meal: the column stands for one column per meal
/// @param group what stands above it: the name of the meal
/// @param onlyIfSome whether it is left out where nothing is in it
/// @param drill where its figures open
record Column(
        String key,
        ColumnType type,
        String word,
        String words,
        boolean summed,
        Optional<String> perMeal,
        Optional<String> group,
        boolean onlyIfSome,
        Optional<Drill> drill) {
    private static Column of(String key, ColumnType type) {
        return new Column(
                key,
                type,
                key,
                key,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    static Column text(String key) {
        return of(key, ColumnType.TEXT);
    }

    static Column word(String key) {
        return of(key, ColumnType.WORD);
    }

    static Column day(String key) {
        return of(key, ColumnType.DAY);
    }

    static Column moment(String key) {
        return of(key, ColumnType.MOMENT);
    }

    static Column number(String key) {
        return of(key, ColumnType.NUMBER);
    }

    static Column id(String key) {
        return of(key, ColumnType.ID);
    }

    static Column code(String key) {
        return of(key, ColumnType.CODE);
    }

    /// A count that is added up.
    static Column count(String key) {
        return of(key, ColumnType.COUNT).summed(true);
    }

    /// An amount that is added up.
    static Column money(String key) {
        return of(key, ColumnType.MONEY).summed(true);
    }

    /// A balance after something: it says nothing to add it up.
    Column notSummed() {
        return summed(false);
    }

    private Column summed(boolean isSummed) {
        return new Column(key, type, word, words, isSummed, perMeal, group, onlyIfSome, drill);
    }

    /// Takes its title from another word.
    Column called(String title) {
        return new Column(key, type, title, words, summed, perMeal, group, onlyIfSome, drill);
    }

    /// Takes the words of its codes from elsewhere.
    Column worded(String codes) {
        return new Column(key, type, word, codes, summed, perMeal, group, onlyIfSome, drill);
    }

    /// Is left out of sight where nothing is in it.
    Column ifSome() {
        return new Column(key, type, word, words, summed, perMeal, group, true, drill);
    }

    /// Stands once for every meal.
    ///
    /// @param sum the aggregate whose rows are filtered by meal
    Column perMeal(String sum) {
        return new Column(
                key, type, word, words, summed, Optional.of(sum), group, onlyIfSome, drill);
    }

    Column opens(Drill to) {
        return new Column(
                key, type, word, words, summed, perMeal, group, onlyIfSome, Optional.of(to));
    }

    /// Returns the column of one meal.
    Column ofMeal(String mealKey, String mealName, String value, boolean other) {
        String name = mealKey + Character.toUpperCase(key.charAt(0)) + key.substring(1);
        return new Column(
                name,
                type,
                word,
                words,
                summed,
                Optional.empty(),
                Optional.of(mealName),
                other,
                drill.map(to -> to.only(Filter.MEAL, value)));
    }

    boolean shown() {
        return type != ColumnType.ID && type != ColumnType.CODE;
    }

    /// Returns its name in the statement.
    String sql() {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

package onecard.platform.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A piece of a list and the cursor of the next one. Ask for one row more than wanted and let
/// [#cut] decide.
///
/// @param items the rows
/// @param next what to send as `after` for the next piece; absent at the end
public record Page<T>(List<T> items, Optional<String> next) {
    /// What a caller gets who names no limit.
    public static final int LIMIT_DEFAULT = 100;

    /// The most a caller gets.
    public static final int LIMIT_MAX = 500;

    public Page {
        items = List.copyOf(items);
    }

    /// Returns the first `limit` of the rows, with a cursor if there were more.
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        return new Page<>(rows.subList(0, limit), Optional.of(cursor.apply(rows.get(limit - 1))));
    }

    /// Returns the page with other items.
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /// Checks a caller's limit; empty means [#LIMIT_DEFAULT].
    public static int limit(Optional<Integer> asked) {
        int limit = asked.orElse(LIMIT_DEFAULT);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Problem.field("limit", "error.between", Map.of("from", 1, "to", LIMIT_MAX));
        }
        return limit;
    }
}

package onecard.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Binds a list of rows column by column, as arrays, to a statement that reads them with `unnest`:
/// one statement for all rows. Each call binds the next parameter. Primitive arrays travel in
/// binary. A column in which all are null travels as an empty array: beside another column `unnest`
/// fills it up with nulls, and what is not there costs nothing.
///
/// @param <T> what a row is
public final class Columns<T> {
    private static final long[] NO_LONGS = {};
    private static final int[] NO_INTS = {};

    private final PreparedStatement statement;
    private final List<T> rows;
    private int parameter;

    /// Begins after parameter number `after`.
    public Columns(PreparedStatement statement, int after, List<T> rows) {
        this.statement = statement;
        this.parameter = after;
        this.rows = rows;
    }

    /// Binds a column of `bigint`.
    public Columns<T> longs(ToLongFunction<T> of) throws SQLException {
        var values = new long[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of.applyAsLong(rows.get(i));
        }
        return next(values);
    }

    /// Binds a column of `int`.
    public Columns<T> ints(ToIntFunction<T> of) throws SQLException {
        var values = new int[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of.applyAsInt(rows.get(i));
        }
        return next(values);
    }

    /// Binds a column of `smallint`; a value that is none throws `ArithmeticException`.
    public Columns<T> shorts(ToIntFunction<T> of) throws SQLException {
        var values = new short[rows.size()];
        for (int i = 0; i < values.length; i++) {
            int value = of.applyAsInt(rows.get(i));
            values[i] = (short) value;
            if (values[i] != value) {
                throw new ArithmeticException(value + " is no smallint");
            }
        }
        return next(values);
    }

    /// Binds a column of moments as `bigint` microseconds since 1970.
    public Columns<T> micros(Function<T, Instant> of) throws SQLException {
        return longs(row -> micros(of.apply(row)));
    }

    /// Returns a moment in microseconds since 1970, as [#micros(Function)] binds it.
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// Binds a column of `date` as `int` days since 1970.
    public Columns<T> days(Function<T, LocalDate> of) throws SQLException {
        return ints(row -> Math.toIntExact(of.apply(row).toEpochDay()));
    }

    /// Binds a column of days since 1970 in which some are null.
    public Columns<T> optionalDays(Function<T, Optional<LocalDate>> of) throws SQLException {
        return optionalInts(row -> of.apply(row).map(day -> Math.toIntExact(day.toEpochDay())));
    }

    /// Binds a column of `bigint` in which some are null.
    public Columns<T> optionalLongs(Function<T, Optional<Long>> of) throws SQLException {
        @Nullable Long[] values = new Long[rows.size()];
        boolean some = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = of.apply(rows.get(i)).orElse(null);
            some |= values[i] != null;
        }
        return next(some ? values : NO_LONGS);
    }

    /// Binds a column of `int` in which some are null.
    public Columns<T> optionalInts(Function<T, Optional<Integer>> of) throws SQLException {
        @Nullable Integer[] values = new Integer[rows.size()];
        boolean some = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = of.apply(rows.get(i)).orElse(null);
            some |= values[i] != null;
        }
        return next(some ? values : NO_INTS);
    }

    /// Binds a column of `text` in which some may be null.
    public Columns<T> texts(Function<T, @Nullable String> of) throws SQLException {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of.apply(rows.get(i));
        }
        return next(values);
    }

    /// Binds a column of `bytea` in which some may be null.
    public Columns<T> bytes(Function<T, byte @Nullable []> of) throws SQLException {
        byte[] @Nullable [] values = new byte[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            values[i] = of.apply(rows.get(i));
        }
        return next(values);
    }

    private Columns<T> next(Object array) throws SQLException {
        parameter++;
        statement.setObject(parameter, array);
        return this;
    }
}

package onecard.platform.reports.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import org.jspecify.annotations.Nullable;

/// Reads the cells of rows as their columns say: texts, words in the reader's language, days,
/// moments in the site's zone, whole numbers; nothing where there is nothing.
final class Cells {
    private static final int TRAY_BITS = 38;
    private static final int POSITION_BITS = 14;

    private final Messages messages;
    private final Language language;
    private final ZoneId zone;
    private final Map<String, String> words = new HashMap<>();

    Cells(Messages messages, Language language, ZoneId zone) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
    }

    /// Returns the cells of a row, each a text, a whole number, a day, a moment or nothing.
    List<@Nullable Object> row(ResultSet row, List<Column> columns) throws SQLException {
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(row, i + 1, columns.get(i)));
        }
        return Collections.unmodifiableList(cells);
    }

    private @Nullable Object cell(ResultSet row, int at, Column column) throws SQLException {
        return switch (column.type()) {
            case TEXT, CODE -> row.getString(at);
            case WORD -> {
                @Nullable String code = row.getString(at);
                yield code == null ? null : word(column.words(), code);
            }
            case DAY -> row.getObject(at, LocalDate.class);
            case MOMENT -> {
                @Nullable Timestamp moment = row.getTimestamp(at);
                yield moment == null ? null : moment.toInstant().atZone(zone).toOffsetDateTime();
            }
            case NUMBER -> {
                long number = row.getLong(at);
                yield row.wasNull() ? null : readable(number);
            }
            case COUNT, MONEY, ID -> {
                long number = row.getLong(at);
                yield row.wasNull() ? null : number;
            }
        };
    }

    private String word(String kind, String code) {
        return words.computeIfAbsent(
                kind + "." + code, key -> messages.say(language, "reports.word." + key));
    }

    /// Returns a journal number as strand-tray-position.
    static String readable(long number) {
        return "%d-%d-%d"
                .formatted(
                        number >>> (TRAY_BITS + POSITION_BITS),
                        number >>> POSITION_BITS & (1L << TRAY_BITS) - 1,
                        number & (1L << POSITION_BITS) - 1);
    }
}

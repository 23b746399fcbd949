package onecard.platform.reports.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import onecard.platform.system.Language;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes reports into files, row by row as they are read. What does not add up is not written.
@Component
class ReportFiles {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ReportReader reader;
    private final ReportWords words;
    private final Settings settings;
    private final Clock clock;

    ReportFiles(ReportReader reader, ReportWords words, Settings settings, Clock clock) {
        this.reader = reader;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /// Which kind of file.
    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        Lines into(OutputStream out) {
            return switch (this) {
                case XLSX -> new XlsxLines(out, XlsxLines.ROWS_OF_SHEET_MAX);
                case CSV -> new CsvLines(out);
            };
        }
    }

    /// Returns what the file is called, without its ending.
    String name(Asked asked) {
        String days =
                asked.from().equals(asked.to())
                        ? asked.to().toString()
                        : asked.from() + " " + asked.to();
        return words.title(asked.report(), asked.language()) + " " + days;
    }

    /// Writes the report.
    ///
    /// @param chosen the keys of the columns, in order
    /// @param preparedBy who asked for it
    /// @param out is opened once it is known that the report adds up
    void write(
            Asked asked,
            Format format,
            Optional<String> chosen,
            String preparedBy,
            Supplier<OutputStream> out) {
        List<ReportWords.Chosen> filters = words.filters(asked);
        var open = new ArrayList<Opened>();
        Sums sums =
                reader.all(
                        asked,
                        whole -> {
                            List<Integer> places = places(asked.report(), whole, chosen);
                            whole.sums()
                                    .trouble()
                                    .ifPresent(trouble -> {
                                        throw Problem.of(ReportProblems.DOES_NOT_ADD)
                                                .with(
                                                        "why",
                                                        words.trouble(trouble, asked.language()));
                                    });
                            var opened =
                                    new Opened(format.into(out.get()), whole.columns(), places);
                            open.add(opened);
                            opened.head(paper(asked, opened.shown(), filters, preparedBy));
                        },
                        cells -> open.getFirst().row(cells));
        open.getFirst().end(sums, words.say(asked.language(), "sum"));
    }

    private Lines.Paper paper(
            Asked asked,
            List<Column> columns,
            List<ReportWords.Chosen> filters,
            String preparedBy) {
        Language language = asked.language();
        var lines = new ArrayList<String>();
        lines.add(
                words.period(asked)
                        + (asked.report().source().days().views().size() > 1
                                ? "    " + words.say(language, asked.view().word())
                                : ""));
        filters.forEach(each -> lines.add(each.title() + ": " + each.value()));
        String foot =
                "%s: %s        %s:                %s:                %s: %s"
                        .formatted(
                                words.say(language, "prepared-by"),
                                preparedBy,
                                words.say(language, "reviewed-by"),
                                words.say(language, "approved-by"),
                                words.say(language, "printed-at"),
                                MOMENT.format(
                                        ZonedDateTime.ofInstant(
                                                clock.instant(), settings.current().zone())));
        return new Lines.Paper(
                settings.current().unitName(),
                words.title(asked.report(), language),
                lines,
                columns,
                columns.stream().map(each -> words.column(each, language)).toList(),
                foot);
    }

    /// Finds where the chosen columns are; without a choice, those that people see.
    private static List<Integer> places(
            Report report, ReportReader.Whole whole, Optional<String> chosen) {
        List<Column> columns = whole.columns();
        var places = new ArrayList<Integer>();
        if (chosen.isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                boolean empty =
                        column.onlyIfSome()
                                && whole.sums().sums().getOrDefault(column.key(), 0L) == 0;
                if (column.shown() && !empty) {
                    places.add(i);
                }
            }
            return places;
        }
        List<String> keys = columns.stream().map(Column::key).toList();
        for (String key : Arrays.asList(chosen.get().split(",", -1))) {
            int place = keys.indexOf(key);
            if (place < 0 || !columns.get(place).shown() || places.contains(place)) {
                throw Problem.field("columns", "error.reports.columns")
                        .with("report", report.name());
            }
            places.add(place);
        }
        return places;
    }

    /// A file that was begun.
    private record Opened(Lines lines, List<Column> columns, List<Integer> places) {
        List<Column> shown() {
            return places.stream().map(columns::get).toList();
        }

        void head(Lines.Paper paper) {
            try {
                lines.head(paper);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        void row(List<@Nullable Object> cells) {
            var some = new ArrayList<@Nullable Object>(places.size());
            places.forEach(place -> some.add(cells.get(place)));
            try {
                lines.row(some);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        void end(Sums sums, String word) {
            var cells = new ArrayList<@Nullable Object>();
            for (Column column : shown()) {
                cells.add(column.summed() ? sums.sums().get(column.key()) : null);
            }
            if (!cells.isEmpty() && cells.getFirst() == null) {
                cells.set(0, word);
            }
            try {
                lines.end(cells);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}

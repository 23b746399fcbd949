package onecard.platform.reports.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import org.jspecify.annotations.Nullable;

/// A report that somebody asks for, with the days and filters.
///
/// @param todays whether people count to the department they belong to today (`D-52`)
record Asked(
        Report report,
        View view,
        LocalDate from,
        LocalDate to,
        Map<Filter, String> filters,
        boolean todays,
        MerchantScope scope,
        Language language) {
    /// How many days one report covers at the most.
    static final int DAYS_MAX = 366;

    private static final Pattern ID = Pattern.compile("[0-9]{1,9}|" + Filter.NONE);
    private static final Pattern WORD = Pattern.compile("[A-Z_]{1,40}");
    private static final String YES = "yes";

    /// What belongs to how a report is handed over and not to what is in it.
    private static final Set<String> HANDING_OVER = Set.of("after", "limit", "format", "columns");

    Asked {
        filters = Map.copyOf(filters);
    }

    /// Reads what was sent; a program that sends what a report does not know is told.
    static Asked read(Report report, Map<String, String> sent, Operator reader) {
        Days days = report.source().days();
        LocalDate to = day(sent, "to");
        LocalDate from = days.single() ? to : day(sent, "from");
        if (to.isBefore(from)) {
            throw Problem.field("to", "error.reports.backwards");
        }
        if (ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw Problem.field("to", "error.reports.too-long", Map.of("days", DAYS_MAX));
        }
        var filters = new EnumMap<Filter, String>(Filter.class);
        for (Filter filter : report.source().filters().keySet()) {
            value(sent, filter.word())
                    .ifPresent(text -> filters.put(filter, checked(filter, text)));
        }
        List<String> known = report.source().filters().keySet().stream().map(Filter::word).toList();
        for (String name : sent.keySet()) {
            if (!known.contains(name)
                    && !HANDING_OVER.contains(name)
                    && !Set.of("from", "to", "view", "todays").contains(name)) {
                throw Problem.field(name, "error.reports.parameter");
            }
        }
        return new Asked(
                report,
                view(days, value(sent, "view")),
                from,
                to,
                filters,
                value(sent, "todays").filter(YES::equals).isPresent(),
                reader.merchants(),
                reader.language());
    }

    private static String checked(Filter filter, String text) {
        boolean good =
                switch (filter.kind()) {
                    case ID, DEPARTMENT -> ID.matcher(text).matches();
                    case WORD -> WORD.matcher(text).matches();
                };
        if (!good) {
            throw Problem.field(filter.word(), "error.reports.filter");
        }
        return text;
    }

    private static View view(Days days, Optional<String> word) {
        if (word.isEmpty()) {
            return days.views().getFirst();
        }
        return days.views().stream()
                .filter(view -> view.word().equals(word.get()))
                .findFirst()
                .orElseThrow(() -> Problem.field("view", "error.reports.view"));
    }

    private static LocalDate day(Map<String, String> sent, String name) {
        String text = value(sent, name).orElseThrow(() -> Problem.field(name, "error.reports.day"));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw Problem.field(name, "error.reports.day");
        }
    }

    private static Optional<String> value(Map<String, String> sent, String name) {
        @Nullable String text = sent.get(name);
        return Optional.ofNullable(text).filter(each -> !each.isEmpty());
    }
}

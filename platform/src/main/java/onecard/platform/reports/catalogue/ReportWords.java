package onecard.platform.reports.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.platform.system.Settings;
import org.springframework.stereotype.Component;

/// The words of reports: titles, columns, and the filters of one that was asked for.
@Component
class ReportWords {
    private final Messages messages;
    private final ReportDatabase database;
    private final Settings settings;

    ReportWords(Messages messages, ReportDatabase database, Settings settings) {
        this.messages = messages;
        this.database = database;
        this.settings = settings;
    }

    /// A filter in words.
    record Chosen(String name, String title, String value) {}

    String title(Report report, Language language) {
        return messages.say(language, "reports.%s.title".formatted(report.name()));
    }

    String purpose(Report report, Language language) {
        return messages.say(language, "reports.%s.purpose".formatted(report.name()));
    }

    String column(Column column, Language language) {
        return messages.say(language, "reports.column." + column.word());
    }

    String filter(Filter filter, Language language) {
        return messages.say(language, "reports.filter." + filter.word());
    }

    String say(Language language, String word) {
        return messages.say(language, "reports.all." + word);
    }

    String trouble(Sums.Trouble trouble, Language language) {
        return messages.say(language, "reports.trouble." + trouble.name());
    }

    /// Returns the days in words.
    String period(Asked asked) {
        return asked.report().source().days().single()
                ? asked.to().toString()
                : messages.say(
                        asked.language(),
                        "reports.daily.period",
                        Map.of("from", asked.from(), "to", asked.to()));
    }

    /// Returns the filters in words, those by which everybody chooses first.
    List<Chosen> filters(Asked asked) {
        return database.asOfNow(jdbc -> {
            var chosen = new ArrayList<Chosen>();
            asked.filters().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .forEach(each -> {
                        Filter filter = each.getKey();
                        Optional<String> name =
                                isNumber(each.getValue())
                                        ? FilterNames.find(
                                                jdbc,
                                                filter,
                                                Integer.parseInt(each.getValue()),
                                                asked.language())
                                        : Optional.empty();
                        chosen.add(
                                new Chosen(
                                        filter.word(),
                                        filter(filter, asked.language()),
                                        name.orElseGet(() -> otherwise(asked, filter))));
                    });
            return chosen;
        });
    }

    private String otherwise(Asked asked, Filter filter) {
        String value = asked.filters().getOrDefault(filter, "");
        if (value.equals(Filter.NONE)) {
            return messages.say(
                    asked.language(),
                    filter == Filter.MEAL ? "reports.other-meal" : "reports.all.none");
        }
        return switch (filter.kind()) {
            case WORD -> code(asked.report(), filter, value, asked.language());
            case DEPARTMENT -> settings.current().unitName();
            case ID -> "#" + value;
        };
    }

    /// Returns the words of a code; one that nobody knows stands for itself.
    String code(Report report, Filter filter, String code, Language language) {
        String key =
                "reports.word.%s.%s"
                        .formatted(
                                report.columns().stream()
                                        .filter(each -> each.key().equals(filter.word()))
                                        .map(Column::words)
                                        .findFirst()
                                        .orElse(filter.word()),
                                code);
        return messages.knows(key) ? messages.say(language, key) : code;
    }

    private static boolean isNumber(String value) {
        return value.matches("[0-9]+");
    }
}

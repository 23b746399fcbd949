package onecard.platform.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onecard.platform.reports.CompletenessBoard.BoardVerdict;
import onecard.platform.reports.CompletenessBoard.TillRow;
import onecard.platform.reports.CompletenessBoard.TillState;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;

/// Says what is missing, in the reader's language.
final class LackWords {
    /// How many terminals the line names.
    private static final int NAMED_MAX = 3;

    /// How many stretches of numbers a sentence names.
    private static final int STRETCHES_NAMED_MAX = 5;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final Language language;
    private final ZoneId zone;
    private final LocalDate day;

    LackWords(Messages messages, Language language, ZoneId zone, LocalDate day) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
        this.day = day;
    }

    String of(Lack lack) {
        return switch (lack) {
            case Lack.Silent(var last) ->
                    last.map(at -> say("silent", Map.of("at", when(at))))
                            .orElseGet(() -> say("never-told", Map.of()));
            case Lack.SoldSince(_, var sale) -> say("sold-since", Map.of("at", when(sale)));
            case Lack.Unsent(int records, var oldest) ->
                    say("unsent", Map.of("count", records, "at", when(oldest)));
            case Lack.Gaps(long count, var stretches) ->
                    say("gaps", Map.of("count", count, "numbers", numbers(stretches)));
            case Lack.Differs(long count, long cents) ->
                    say("differs", Map.of("count", signed(count), "sum", cents));
        };
    }

    /// Says it of all terminals in one line.
    String line(BoardVerdict verdict, List<TillRow> rows, Tally takings) {
        return switch (verdict) {
            case NOTHING -> say("nothing", Map.of());
            case ALL_IN ->
                    say(
                            "all-in",
                            Map.of(
                                    "terminals",
                                    rows.stream()
                                            .filter(row -> row.state() != TillState.UNUSED)
                                            .count(),
                                    "count",
                                    takings.count(),
                                    "sum",
                                    takings.cents()));
            case WAITING, MISSING -> missing(rows);
        };
    }

    private String missing(List<TillRow> rows) {
        List<TillRow> lacking = rows.stream().filter(row -> !row.lacks().isEmpty()).toList();
        String named =
                lacking.stream()
                        .limit(NAMED_MAX)
                        .map(row ->
                                say(
                                        "of-terminal",
                                        Map.of(
                                                "name",
                                                name(row),
                                                "lacks",
                                                String.join(say("and", Map.of()), row.lacks()))))
                        .collect(Collectors.joining(say("then", Map.of())));
        int more = lacking.size() - NAMED_MAX;
        return say(
                more > 0 ? "missing-more" : "missing",
                Map.of("count", lacking.size(), "which", named, "more", more));
    }

    private String name(TillRow row) {
        return row.machineNo()
                .map(no -> say("machine", Map.of("no", no, "name", row.name())))
                .orElse(row.name());
    }

    private String numbers(List<Lack.Stretch> stretches) {
        String named =
                stretches.stream()
                        .limit(STRETCHES_NAMED_MAX)
                        .map(each ->
                                each.first() == each.last()
                                        ? Long.toString(each.first())
                                        : each.first() + "–" + each.last())
                        .collect(Collectors.joining(say("number-comma", Map.of())));
        return stretches.size() > STRETCHES_NAMED_MAX ? named + " …" : named;
    }

    private static String signed(long figure) {
        return figure > 0 ? "+" + figure : Long.toString(figure).replace('-', '−');
    }

    private String when(Instant at) {
        var local = at.atZone(zone);
        return (local.toLocalDate().equals(day) ? TIME : MOMENT).format(local);
    }

    private String say(String word, Map<String, ?> values) {
        return messages.say(language, "reports.completeness." + word, values);
    }
}

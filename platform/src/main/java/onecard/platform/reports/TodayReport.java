package onecard.platform.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import onecard.platform.reports.Today.BooksGlance;
import onecard.platform.reports.Today.MealShare;
import onecard.platform.reports.Today.MealTakings;
import onecard.platform.reports.Today.MerchantTakings;
import onecard.platform.reports.Today.TodayTotals;
import onecard.platform.reports.TodayWindow.Taken;
import onecard.platform.reports.catalogue.ReportDatabase;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Messages;
import onecard.platform.system.Operator;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes the day at a glance, all of it as of one moment.
@Component
class TodayReport {
    /// How long a terminal counts as up after it was heard (`D-43`).
    static final Duration UP = Duration.ofSeconds(90);

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final ReportDatabase database;
    private final Settings settings;
    private final Messages messages;
    private final JsonMapper json;
    private final Clock clock;
    private final TodayTally tally = new TodayTally();

    TodayReport(
            ReportDatabase database,
            Settings settings,
            Messages messages,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    private record Read(
            SiteNames names,
            List<Taken> takings,
            TodayTally.Seen tally,
            Today.TerminalCount terminals,
            Optional<TodayWindow.Books> books) {}

    /// One after the other: what the tally counted must not be counted by two.
    synchronized Today make(Operator reader) {
        SiteSettings site = settings.current();
        ZoneId zone = site.zone();
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).minusNanos(site.dayStart().toNanoOfDay()).toLocalDate();
        MerchantScope scope = reader.merchants();
        Read read =
                database.asOfNow(jdbc ->
                        new Read(
                                SiteNames.read(jdbc, scope, reader.language()),
                                TodayWindow.takings(jdbc, today, scope),
                                tally.read(jdbc, today, zone, scope),
                                TodayWindow.terminals(jdbc, now.minus(UP), scope),
                                TodayWindow.books(jdbc)));
        return new Today(
                today,
                meals(read, reader.language()),
                merchants(read),
                totals(read.takings()),
                read.tally().refusals(),
                read.terminals(),
                read.books().map(books -> glance(books, zone, reader.language())),
                read.tally().hourly());
    }

    private List<MealTakings> meals(Read read, Language language) {
        List<Integer> known = read.names().mealIds();
        var meals = new ArrayList<MealTakings>();
        for (int meal : known) {
            meals.add(
                    meal(
                            Optional.of(meal),
                            read.names().meal(Optional.of(meal), ""),
                            ofMeal(read.takings(), Optional.of(meal), known)));
        }
        List<Taken> others = ofMeal(read.takings(), Optional.empty(), known);
        if (sum(others, Taken::count) != 0 || sum(others, Taken::net) != 0) {
            meals.add(meal(Optional.empty(), messages.say(language, "reports.other-meal"), others));
        }
        return meals;
    }

    private static MealTakings meal(Optional<Integer> id, String name, List<Taken> taken) {
        return new MealTakings(
                id,
                name,
                sum(taken, Taken::count),
                sum(taken, Taken::net),
                sum(taken, Taken::cash),
                sum(taken, Taken::subsidy));
    }

    /// A meal that was removed is other.
    private static List<Taken> ofMeal(
            List<Taken> takings, Optional<Integer> meal, List<Integer> known) {
        return takings.stream()
                .filter(taken -> taken.meal().filter(known::contains).equals(meal))
                .toList();
    }

    private static List<MerchantTakings> merchants(Read read) {
        List<Integer> known = read.names().mealIds();
        var merchants = new ArrayList<MerchantTakings>();
        read.names()
                .merchants()
                .forEach((id, name) -> {
                    List<Taken> here =
                            read.takings().stream().filter(t -> t.merchant() == id).toList();
                    merchants.add(
                            new MerchantTakings(
                                    id,
                                    name,
                                    sum(here, Taken::count),
                                    sum(here, Taken::net),
                                    shares(here, known)));
                });
        return merchants;
    }

    private static List<MealShare> shares(List<Taken> here, List<Integer> known) {
        return here.stream()
                .map(taken -> taken.meal().filter(known::contains))
                .distinct()
                .map(meal -> {
                    List<Taken> taken = ofMeal(here, meal, known);
                    return new MealShare(meal, sum(taken, Taken::net), sum(taken, Taken::count));
                })
                .filter(share -> share.count() != 0 || share.netCents() != 0)
                .toList();
    }

    private static TodayTotals totals(List<Taken> takings) {
        return new TodayTotals(
                sum(takings, Taken::count),
                sum(takings, Taken::net),
                sum(takings, Taken::cash),
                sum(takings, Taken::subsidy),
                sum(takings, Taken::declined));
    }

    private static long sum(List<Taken> takings, ToLongFunction<Taken> of) {
        return takings.stream().mapToLong(of).reduce(0, Math::addExact);
    }

    private BooksGlance glance(TodayWindow.Books books, ZoneId zone, Language language) {
        return new BooksGlance(
                books.difference() == 0 && books.badCheck().isEmpty(),
                books.difference(),
                books.asOf(),
                books.entries(),
                books.checkedAt().atZone(zone).toOffsetDateTime(),
                books.badCheck()
                        .map(check ->
                                messages.say(
                                        language,
                                        "books." + check + ".found",
                                        books.badValues()
                                                .map(text -> json.readValue(text, VALUES))
                                                .orElse(Map.of()))));
    }
}

package onecard.platform.reports;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onecard.platform.reports.DailyPurchases.DailyCell;
import onecard.platform.reports.DailyPurchases.DailyRow;
import onecard.platform.reports.DailyPurchases.DailyTotals;
import onecard.platform.reports.DailyPurchases.MealColumn;
import onecard.platform.reports.catalogue.ReportDatabase;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the daily purchase summary from the roll-up, and adds it up anew before anybody sees it.
@Component
class DailyPurchasesReport {
    /// How many days one report covers at the most.
    static final int DAYS_MAX = 366;

    private static final Logger LOG = LoggerFactory.getLogger(DailyPurchasesReport.class);

    private final ReportDatabase database;
    private final Settings settings;
    private final Messages messages;
    private final Clock clock;

    DailyPurchasesReport(
            ReportDatabase database, Settings settings, Messages messages, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    private record Read(SiteNames names, DailySums sums) {}

    DailyPurchases make(Takings.Range range, Operator reader) {
        Language language = reader.language();
        Read read =
                database.asOfNow(jdbc -> {
                    SiteNames names = SiteNames.read(jdbc, range.scope(), language);
                    return new Read(
                            names, DailySums.of(Takings.daily(jdbc, range), names.mealIds()));
                });
        SiteNames names = read.names();
        range.merchant()
                .filter(merchant -> !names.merchants().containsKey(merchant))
                .ifPresent(merchant -> {
                    throw Problem.notFound("merchant", merchant);
                });
        boolean adds = read.sums().adds();
        if (!adds) {
            LOG.error(
                    "daily-purchases-do-not-add from={} to={} view={}",
                    range.from(),
                    range.to(),
                    range.view());
        }
        return written(range, reader, read, adds);
    }

    private DailyPurchases written(Takings.Range range, Operator reader, Read read, boolean adds) {
        SiteSettings site = settings.current();
        SiteNames names = read.names();
        String other = messages.say(reader.language(), "reports.other-meal");
        return new DailyPurchases(
                site.unitName(),
                range.merchant().map(names::merchant),
                range.from(),
                range.to(),
                read.sums().columns().stream()
                        .map(meal -> new MealColumn(meal, names.meal(meal, other)))
                        .toList(),
                read.sums().rows().stream().map(row -> row(row, names)).toList(),
                totals(read.sums()),
                reader.displayName(),
                clock.instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(site.zone())
                        .toOffsetDateTime(),
                adds);
    }

    private static DailyRow row(DailySums.Row row, SiteNames names) {
        Sums sums = row.sums();
        return new DailyRow(
                row.day(),
                row.merchant(),
                names.merchant(row.merchant()),
                cells(row.cells()),
                sums.count(),
                sums.cash(),
                sums.subsidy(),
                sums.total(),
                sums.corrections(),
                sums.discount());
    }

    private static DailyTotals totals(DailySums sums) {
        Sums total = sums.total();
        return new DailyTotals(
                cells(sums.perColumn()),
                total.count(),
                total.cash(),
                total.subsidy(),
                total.total(),
                total.corrections(),
                total.discount());
    }

    private static List<DailyCell> cells(List<Sums> sums) {
        return sums.stream().map(DailyCell::of).toList();
    }
}

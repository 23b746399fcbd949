package onecard.platform.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onecard.platform.reports.CompletenessBoard.BoardVerdict;
import onecard.platform.reports.CompletenessBoard.NumberRange;
import onecard.platform.reports.CompletenessBoard.TillFigure;
import onecard.platform.reports.CompletenessBoard.TillRow;
import onecard.platform.reports.CompletenessBoard.TillState;
import onecard.platform.reports.catalogue.ReportDatabase;
import onecard.platform.system.Messages;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the completeness board of a day, all of it as of one moment.
@Component
class CompletenessReport {
    private static final Logger LOG = LoggerFactory.getLogger(CompletenessReport.class);

    private final ReportDatabase database;
    private final Settings settings;
    private final Messages messages;
    private final Clock clock;

    CompletenessReport(ReportDatabase database, Settings settings, Messages messages, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    private record Read(SiteNames names, List<TillDays.Row> rows) {}

    /// @param asked the business day; today if none is named
    CompletenessBoard make(Optional<LocalDate> asked, Optional<Integer> merchant, Operator reader) {
        SiteSettings site = settings.current();
        Instant now = clock.instant();
        LocalDate today = site.siteDay(now);
        LocalDate day = asked.orElse(today);
        if (day.isAfter(today)) {
            throw Problem.field("day", "error.reports.future");
        }
        Read read =
                database.asOfNow(jdbc ->
                        new Read(
                                SiteNames.read(jdbc, reader.merchants(), reader.language()),
                                TillDays.read(
                                        jdbc,
                                        new TillDays.Asked(
                                                day, site.zone(), reader.merchants(), merchant))));
        merchant.filter(id -> !read.names().merchants().containsKey(id))
                .ifPresent(id -> {
                    throw Problem.notFound("merchant", id);
                });
        return new Sheet(site, reader, read, now, day).board(merchant);
    }

    /// One board being laid out.
    private final class Sheet {
        private final SiteSettings site;
        private final Operator reader;
        private final Read read;
        private final Instant now;
        private final LocalDate day;
        private final Instant end;
        private final LackWords words;

        Sheet(SiteSettings site, Operator reader, Read read, Instant now, LocalDate day) {
            this.site = site;
            this.reader = reader;
            this.read = read;
            this.now = now;
            this.day = day;
            this.end = site.beginOf(day.plusDays(1));
            this.words = new LackWords(messages, reader.language(), site.zone(), day);
        }

        CompletenessBoard board(Optional<Integer> merchant) {
            List<TillRow> rows = read.rows().stream().map(this::row).toList();
            BoardVerdict verdict = verdict(rows);
            Tally takings = sum(each -> each.sold().takings());
            return new CompletenessBoard(
                    site.unitName(),
                    merchant.map(read.names()::merchant),
                    day,
                    !now.isBefore(end),
                    verdict,
                    words.line(verdict, rows, takings),
                    rows,
                    TillFigure.of(
                            sum(each ->
                                    each.told().map(TillDay.Told::tally).orElse(Tally.NOTHING))),
                    TillFigure.of(sum(each -> each.sold().own())),
                    TillFigure.of(takings),
                    reader.displayName(),
                    now.truncatedTo(ChronoUnit.SECONDS).atZone(site.zone()).toOffsetDateTime(),
                    adds());
        }

        private boolean adds() {
            boolean adds = read.rows().stream().allMatch(row -> row.day().adds());
            if (!adds) {
                LOG.error("completeness-does-not-add day={}", day);
            }
            return adds;
        }

        private Tally sum(Function<TillDay, Tally> of) {
            return read.rows().stream()
                    .map(row -> of.apply(row.day()))
                    .reduce(Tally.NOTHING, Tally::plus);
        }

        private static BoardVerdict verdict(List<TillRow> rows) {
            if (rows.stream().anyMatch(row -> row.state() == TillState.MISSING)) {
                return BoardVerdict.MISSING;
            }
            if (rows.stream().anyMatch(row -> row.state() == TillState.WAITING)) {
                return BoardVerdict.WAITING;
            }
            return rows.stream().allMatch(row -> row.state() == TillState.UNUSED)
                    ? BoardVerdict.NOTHING
                    : BoardVerdict.ALL_IN;
        }

        private TillRow row(TillDays.Row row) {
            TillDay till = row.day();
            Instant heard = now.minus(TodayReport.UP);
            TillDay.Standing standing = till.stand(heard.isBefore(end) ? heard : end, end);
            return new TillRow(
                    row.id(),
                    row.serial(),
                    row.machineNo(),
                    row.name(),
                    row.merchant(),
                    read.names().merchant(row.merchant()),
                    state(standing),
                    lacks(standing).stream().map(words::of).toList(),
                    till.report().map(TillDay.Report::at),
                    row.lastSeq(),
                    till.report().map(TillDay.Report::unsent).orElse(0),
                    till.report().flatMap(TillDay.Report::oldest),
                    till.missing(),
                    till.stretches().stream()
                            .map(each -> new NumberRange(each.first(), each.last()))
                            .toList(),
                    till.told().map(told -> TillFigure.of(told.tally())),
                    TillFigure.of(till.sold().own()),
                    TillFigure.of(till.difference()),
                    Bridge.of(till),
                    TillFigure.of(till.sold().takings()));
        }

        private static TillState state(TillDay.Standing standing) {
            return switch (standing) {
                case TillDay.Standing.Unused() -> TillState.UNUSED;
                case TillDay.Standing.In(boolean compared) ->
                        compared ? TillState.IN : TillState.UNCOMPARED;
                case TillDay.Standing.Lacking lacking ->
                        lacking.mayStillCome() ? TillState.WAITING : TillState.MISSING;
            };
        }

        private static List<Lack> lacks(TillDay.Standing standing) {
            return switch (standing) {
                case TillDay.Standing.Unused _, TillDay.Standing.In _ -> List.of();
                case TillDay.Standing.Lacking(var lacks) -> lacks;
            };
        }
    }
}

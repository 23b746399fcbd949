package onecard.platform.reports.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How a source tells days apart, in each view of time it has.
///
/// @param spans the first is what is shown when nobody asks; none: the source knows no days
/// @param single whether it is of one day, the last of those asked for
record Days(List<View> views, Map<View, Span> spans, boolean single) {
    Days {
        views = List.copyOf(views);
        spans = Map.copyOf(spans);
    }

    /// The day of a row and the condition for the days asked for.
    record Span(String day, String condition) {
        static Span between(String day) {
            return new Span(day, day + " between :from and :to");
        }
    }

    /// Rows of the purchase journal, which lies by day of booking: `:booked` are the days on which
    /// it has rows of these business days; only there it is read.
    static Days ofJournal(String transaction, String booking) {
        return both(
                new Span(
                        transaction,
                        "%s between :from and :to and %s = any(cast(:booked as date[]))"
                                .formatted(transaction, booking)),
                Span.between(booking));
    }

    /// Rows that lie by either day.
    static Days both(String transaction, String booking) {
        return both(Span.between(transaction), Span.between(booking));
    }

    private static Days both(Span transaction, Span booking) {
        var spans = new EnumMap<View, Span>(View.class);
        spans.put(View.TRANSACTION, transaction);
        spans.put(View.BOOKING, booking);
        return new Days(List.of(View.TRANSACTION, View.BOOKING), spans, false);
    }

    /// Rows of money at desks: they are booked as they happen.
    static Days booked(String booking) {
        return new Days(List.of(View.BOOKING), Map.of(View.BOOKING, Span.between(booking)), false);
    }

    /// What was true at the end of one day; the statement names `:to` itself.
    static Days asOf() {
        return new Days(
                List.of(View.BOOKING),
                Map.of(View.BOOKING, new Span("cast(:to as date)", "true")),
                true);
    }

    /// Between two days, in sums that the statement makes with `:from` and `:to` itself.
    static Days within() {
        return new Days(
                List.of(View.BOOKING),
                Map.of(View.BOOKING, new Span("cast(:to as date)", "true")),
                false);
    }
}

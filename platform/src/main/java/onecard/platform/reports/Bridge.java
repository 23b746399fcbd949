package onecard.platform.reports;

import java.util.ArrayList;
import java.util.List;
import onecard.platform.reports.CompletenessBoard.BridgeKind;
import onecard.platform.reports.CompletenessBoard.BridgeStep;

/// The way from what a terminal says it sold to the takings of the day. Pure.
final class Bridge {
    private Bridge() {}

    /// Lays the steps out; those that change nothing are left away.
    static List<BridgeStep> of(TillDay day) {
        TillDay.Sold sold = day.sold();
        var steps = new ArrayList<BridgeStep>();
        day.told()
                .ifPresent(told -> {
                    steps.add(step(BridgeKind.TOLD, told.tally()));
                    change(steps, BridgeKind.SOLD_SINCE, sold.since());
                    change(steps, BridgeKind.VOIDED_SINCE, Tally.NOTHING.minus(sold.voidedSince()));
                    change(steps, BridgeKind.DISPUTED, sold.disputed());
                    change(steps, BridgeKind.UNEXPLAINED, Tally.NOTHING.minus(day.difference()));
                });
        steps.add(step(BridgeKind.OWN, sold.own()));
        change(steps, BridgeKind.OTHER_DAY, day.otherDay());
        change(steps, BridgeKind.CORRECTIONS, sold.corrections());
        change(steps, BridgeKind.BACK_ENTRIES, sold.backEntries());
        steps.add(step(BridgeKind.TAKINGS, sold.takings()));
        return steps;
    }

    private static void change(List<BridgeStep> steps, BridgeKind kind, Tally tally) {
        if (!tally.isNothing()) {
            steps.add(step(kind, tally));
        }
    }

    private static BridgeStep step(BridgeKind kind, Tally tally) {
        return new BridgeStep(kind, tally.count(), tally.cents());
    }
}

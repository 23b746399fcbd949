package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Money;

/// Money for many people, as it was asked for.
///
/// @param subsidyUntil the last day of a granted subsidy; empty for never
/// @param department for this department and everything below it
/// @param importId the import from which it comes
/// @param undoes the batch it takes back
/// @param chunks into how many transactions it is cut; empty until everybody is written down
record MoneyBatch(
        int id,
        BatchKind kind,
        Money amount,
        SubsidyMode mode,
        Optional<LocalDate> subsidyUntil,
        Channel channel,
        String remark,
        Optional<DepartmentId> department,
        Optional<GroupId> group,
        Optional<Integer> importId,
        Optional<Integer> undoes,
        Instant at,
        Optional<Integer> chunks) {
    /// A batch in which everybody gets the same.
    MoneyBatch(
            int id,
            BatchKind kind,
            Money amount,
            SubsidyMode mode,
            Optional<LocalDate> subsidyUntil,
            Channel channel,
            String remark,
            Optional<DepartmentId> department,
            Optional<GroupId> group,
            Instant at,
            Optional<Integer> chunks) {
        this(
                id,
                kind,
                amount,
                mode,
                subsidyUntil,
                channel,
                remark,
                department,
                group,
                Optional.empty(),
                Optional.empty(),
                at,
                chunks);
    }

    /// A batch whose people each have amounts of their own.
    static MoneyBatch ofTable(
            BatchKind kind, Channel channel, String remark, int importId, Instant at) {
        return bare(kind, channel, remark, Optional.of(importId), Optional.empty(), at);
    }

    /// A batch that takes another one back, by the channel by which that came.
    static MoneyBatch undoOf(MoneyBatch done, Instant at) {
        return bare(
                BatchKind.UNDO,
                done.channel(),
                done.remark(),
                done.importId(),
                Optional.of(done.id()),
                at);
    }

    private static MoneyBatch bare(
            BatchKind kind,
            Channel channel,
            String remark,
            Optional<Integer> importId,
            Optional<Integer> undoes,
            Instant at) {
        return new MoneyBatch(
                0,
                kind,
                Money.ZERO,
                SubsidyMode.ACCUMULATE,
                Optional.empty(),
                channel,
                remark,
                Optional.empty(),
                Optional.empty(),
                importId,
                undoes,
                at,
                Optional.empty());
    }

    /// Which import versions its rows use up.
    Optional<ImportVersionTable.Kind> versions() {
        return switch (kind) {
            case TOP_UP_TABLE -> Optional.of(ImportVersionTable.Kind.TOP_UP);
            case REFUND_TABLE -> Optional.of(ImportVersionTable.Kind.REFUND);
            case CASH, SUBSIDY, CASH_REFUND, SUBSIDY_REFUND, UNDO -> Optional.empty();
        };
    }

    /// How many people one transaction takes (`foundations`, batches).
    static final int CHUNK = 500;
}

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
        Instant at,
        Optional<Integer> chunks) {
    /// How many people one transaction takes (`foundations`, batches).
    static final int CHUNK = 500;
}

package onecard.platform.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/// Calls `ledger.post` past all Java, as somebody with the platform's rights could.
final class RawPosting {
    private final TestDatabase database;
    private final long firstNumber;
    private final List<Line> lines = new ArrayList<>();

    RawPosting(TestDatabase database, long firstNumber) {
        this.database = database;
        this.firstNumber = firstNumber;
    }

    /// One entry, and what its writer says of the account afterwards.
    record Line(
            long debit,
            long credit,
            long cents,
            @Nullable Integer account,
            @Nullable Integer version,
            @Nullable Long cash,
            @Nullable Long subsidy,
            @Nullable Long heldCash,
            @Nullable Long heldSubsidy,
            int overdraft) {}

    RawPosting with(Line line) {
        lines.add(line);
        return this;
    }

    /// Posts; the last line of each account leads to its balances.
    void post() {
        database.jdbc()
                .sql(
                        "select ledger.post('2026-03-02', '2026-03-02T04:00:00Z', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, array[]::int[], array[]::int[])"
                                .formatted(
                                        numbers(),
                                        column("bigint", Line::debit),
                                        column("bigint", Line::credit),
                                        column("bigint", Line::cents),
                                        column("bigint", _ -> 0),
                                        column("bigint", _ -> 1_772_424_000_000_000L),
                                        column("smallint", _ -> EntryKind.CHARGE.code()),
                                        column("smallint", Line::overdraft),
                                        column("int", Line::account),
                                        column("int", Line::version),
                                        column("bigint", Line::cash),
                                        column("bigint", Line::subsidy),
                                        column("bigint", Line::heldCash),
                                        column("bigint", Line::heldSubsidy),
                                        column("int", _ -> null),
                                        column("bigint", _ -> null),
                                        accounts(),
                                        "array_fill(null::bytea, array[1])"))
                .query((_, _) -> true)
                .list();
    }

    /// Accounts that are locked, each once and in order; nothing is noted of them.
    private String accounts() {
        return lines.stream()
                .map(Line::account)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "array[", "]::int[]"));
    }

    private String numbers() {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            numbers.add(Long.toString(firstNumber + i));
        }
        return "array[" + String.join(",", numbers) + "]::bigint[]";
    }

    private String column(String type, Function<Line, @Nullable Object> of) {
        return lines.stream()
                .map(line -> String.valueOf(of.apply(line)))
                .collect(Collectors.joining(",", "array[", "]::" + type + "[]"));
    }
}

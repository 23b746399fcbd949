package onecard.platform.system.commands;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Supplier;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.DailyJob;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records a command and its answer in the transaction in which it runs.
@Component
class RecordedCommands implements IdempotentCommands, DailyJob {
    static final Duration KEPT = Duration.ofDays(30);

    private static final int NOBODY = 0;

    private final IdempotentCommandTable table;
    private final TransactionTemplate transaction;
    private final CurrentOperator current;
    private final JsonMapper json;
    private final Clock clock;

    RecordedCommands(
            IdempotentCommandTable table,
            TransactionTemplate transaction,
            CurrentOperator current,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.current = current;
        // What was written is read back as it was: with what an answer can tell of itself beside
        // its
        // parts, and with its moments in the zone they were written in.
        this.json =
                json.rebuild()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .build();
        this.clock = clock;
    }

    @Override
    public <R> R once(UUID key, Object body, Class<R> answer, Supplier<R> command) {
        int operator = current.find().map(Operator::id).orElse(NOBODY);
        byte[] hash = hash(body);
        R result =
                transaction.execute(_ -> {
                    if (!table.claim(operator, key, hash, clock.instant())) {
                        return recorded(operator, key, hash, answer);
                    }
                    R made = command.get();
                    table.answer(operator, key, json.writeValueAsString(made));
                    return made;
                });
        if (result == null) {
            throw new IllegalStateException("A command has an answer");
        }
        return result;
    }

    private <R> R recorded(int operator, UUID key, byte[] hash, Class<R> answer) {
        IdempotentCommandTable.Row row = table.find(operator, key, hash);
        if (!row.sameBody()) {
            throw Problem.of(ProblemKind.IDEMPOTENCY_CONFLICT).with("idempotencyKey", key);
        }
        return json.readValue(row.answer(), answer);
    }

    /// The components of a record are always written in the same order.
    private byte[] hash(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String name() {
        return "forget-commands";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 0);
    }

    @Override
    public void run(LocalDate day) {
        table.forget(clock.instant().minus(KEPT));
    }
}

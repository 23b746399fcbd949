package onecard.platform.system.audit;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// Writes the trail with who, from where and when.
@Component
class AuditWriter implements AuditTrail {
    private final AuditTable table;
    private final CurrentOperator current;
    private final JsonMapper json;
    private final Clock clock;

    AuditWriter(AuditTable table, CurrentOperator current, JsonMapper json, Clock clock) {
        this.table = table;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subject, Map<String, ?> details) {
        Optional<Operator> operator = current.find();
        table.add(
                new AuditTable.Line(
                        clock.instant(),
                        operator.map(Operator::id).orElse(null),
                        operator.map(Operator::displayName).orElse(""),
                        action,
                        subject,
                        json.writeValueAsString(details),
                        address()));
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getRemoteAddr()
                : null;
    }
}

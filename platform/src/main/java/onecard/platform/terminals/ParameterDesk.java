package onecard.platform.terminals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onecard.platform.system.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Sets parameters of terminals (设备运行参数下发, `M-098`).
@Service
class ParameterDesk {
    /// So many are named in the audit trail.
    private static final int NAMED_MAX = 50;

    private static final int SHOWN_MAX = 3;
    private static final TypeReference<Map<String, Object>> PARTS = new TypeReference<>() {};

    private final ParameterWriter writer;
    private final RegisterWatch watch;
    private final AuditTrail audit;
    private final JsonMapper json;

    ParameterDesk(ParameterWriter writer, RegisterWatch watch, AuditTrail audit, JsonMapper json) {
        this.writer = writer;
        this.watch = watch;
        this.audit = audit;
        this.json = json;
    }

    @Transactional
    public void set(List<Terminal> chosen, ParameterPatch change) {
        watch.lookAfterCommit();
        writer.set(chosen, change::on);
        audit.record("terminals.parameters-set", subject(chosen), details(chosen, change));
    }

    /// One terminal by serial and name, several by their first serials.
    private static String subject(List<Terminal> chosen) {
        if (chosen.size() == 1) {
            return StoredDesk.subject(chosen.getFirst());
        }
        String first = String.join(", ", serials(chosen, SHOWN_MAX));
        return "terminal " + first + (chosen.size() > SHOWN_MAX ? " …" : "");
    }

    private Map<String, Object> details(List<Terminal> chosen, ParameterPatch change) {
        Map<String, Object> details = new LinkedHashMap<>(json.convertValue(change, PARTS));
        details.values().removeIf(Objects::isNull);
        details.put("serials", serials(chosen, NAMED_MAX));
        return details;
    }

    private static List<String> serials(List<Terminal> chosen, int most) {
        return chosen.stream().limit(most).map(each -> each.serial().value()).toList();
    }
}

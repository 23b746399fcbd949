package onecard.platform.system.audit;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Shows the audit trail, newest first.
@RestController
class AuditController {
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final AuditTable table;
    private final AuditWords words;
    private final CurrentOperator current;
    private final Settings settings;
    private final JsonMapper json;

    AuditController(
            AuditTable table,
            AuditWords words,
            CurrentOperator current,
            Settings settings,
            JsonMapper json) {
        this.table = table;
        this.words = words;
        this.current = current;
        this.settings = settings;
        this.json = json;
    }

    /// @param operatorName empty where the platform acted by itself
    /// @param action stable name, for programs
    /// @param text what was done, in the caller's language
    /// @param subject to what, in the caller's language
    /// @param details what changed, for programs
    /// @param said the same in the caller's language
    record AuditItem(
            long id,
            OffsetDateTime at,
            String operatorName,
            String action,
            String text,
            String subject,
            Map<String, Object> details,
            List<AuditWords.Said> said,
            Optional<String> address) {}

    @Needs(Permission.SEE_AUDIT)
    @GetMapping("/api/v1/audit")
    Page<AuditItem> listAudit(
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<String> q) {
        int rows = Page.limit(limit);
        var asked = q.map(String::strip).filter(text -> !text.isEmpty()).map(this::asked);
        return Page.cut(
                        table.list(after.orElse(Long.MAX_VALUE), asked, rows + 1),
                        rows,
                        row -> Long.toString(row.id()))
                .map(this::item);
    }

    /// Who looks for something knows the words of the page, programs the names behind them.
    private AuditTable.Asked asked(String text) {
        Language language = current.language();
        return new AuditTable.Asked(
                text, words.actionsNamed(language, text), words.subjectsNamed(language, text));
    }

    private AuditItem item(AuditTable.Row row) {
        Language language = current.language();
        ZoneId zone = settings.current().zone();
        Map<String, Object> details = json.readValue(row.details(), DETAILS);
        return new AuditItem(
                row.id(),
                row.at().atZone(zone).toOffsetDateTime(),
                row.operatorName(),
                row.action(),
                words.action(language, row.action()),
                words.subject(language, row.subject()),
                details,
                words.details(language, details),
                row.address());
    }
}

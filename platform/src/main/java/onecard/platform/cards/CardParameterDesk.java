package onecard.platform.cards;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Revision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where the parameters of the card centre are read and changed. They are read anew by every
/// operation: a change holds at the next one, on every node.
@Service
class CardParameterDesk implements CardSettings {
    private final CardParameterTable table;
    private final AuditTrail audit;

    CardParameterDesk(CardParameterTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
    }

    @Override
    public CardParameters current() {
        return table.read().parameters();
    }

    CardParameterTable.Row row() {
        return table.read();
    }

    /// Changes them and writes the difference to the audit trail.
    @Transactional
    CardParameterTable.Row change(Revision seen, UnaryOperator<CardParameters> change) {
        var before = table.lock();
        seen.mustBe(before.version());
        return write(before, change.apply(before.parameters()));
    }

    /// The same for whoever has not seen them before.
    @Transactional
    CardParameters change(UnaryOperator<CardParameters> change) {
        var before = table.lock();
        return write(before, change.apply(before.parameters())).parameters();
    }

    private CardParameterTable.Row write(CardParameterTable.Row before, CardParameters now) {
        var differences = differences(before.parameters(), now);
        if (differences.isEmpty()) {
            return before;
        }
        table.write(now);
        audit.record("cards.parameters-changed", "card parameters", differences);
        return table.read();
    }

    private static Map<String, Object> differences(CardParameters before, CardParameters now) {
        var found = new LinkedHashMap<String, Object>();
        for (var part : CardParameters.class.getRecordComponents()) {
            try {
                Object old = part.getAccessor().invoke(before);
                Object fresh = part.getAccessor().invoke(now);
                if (!old.equals(fresh)) {
                    found.put(
                            part.getName(),
                            Map.of("from", String.valueOf(old), "to", String.valueOf(fresh)));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record's component can be read", e);
            }
        }
        return found;
    }
}

package onecard.platform.purchases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Refusal;
import org.springframework.stereotype.Component;

/// Says in one sentence what happened to a purchase and why: which rule, over what, how much is
/// allowed, used and left.
@Component
class WhyWords {
    private final Messages messages;

    WhyWords(Messages messages) {
        this.messages = messages;
    }

    /// Returns a journal number as people read it.
    static String readable(long number) {
        return new JournalNumber(number).toString();
    }

    String sentence(JournalLine line, Named names, Language language) {
        JournalRow row = line.row();
        var values = values(row, names, language);
        String what = messages.say(language, "why." + key(row), values);
        return line.voided() ? what + messages.say(language, "why.voided-since") : what;
    }

    private static String key(JournalRow row) {
        return row.refusal().map(refusal -> refused(refusal, row)).orElseGet(() -> taken(row));
    }

    /// Limits have a sentence for each window; the rest one for each reason.
    private static String refused(Refusal refusal, JournalRow row) {
        Optional<String> window =
                row.bound().flatMap(Outcome.Bound::window).map(kind -> "." + kind.name());
        return switch (refusal) {
            case COUNT_LIMIT, AMOUNT_LIMIT -> refusal.name() + window.orElse("");
            case TERMINAL_NOT_SERVED,
                    NUMBER_BURNT,
                    NFC_EMULATION_REFUSED,
                    ILLEGAL_CARD,
                    CARD_RETURNED,
                    CARD_SCRAPPED,
                    CARD_REPLACED,
                    CARD_LOST,
                    CARD_EXPIRED,
                    ACCOUNT_CLOSED,
                    ACCOUNT_FROZEN,
                    NO_FACE_CONSENT,
                    PIN_REQUIRED,
                    PIN_WRONG,
                    REPEAT_TOO_SOON,
                    OUTSIDE_TIME_WINDOW,
                    PURCHASE_LIMIT,
                    INSUFFICIENT_BALANCE,
                    INSTRUMENT_UNSUPPORTED,
                    NOT_BOOKABLE ->
                    refusal.name();
        };
    }

    private static String taken(JournalRow row) {
        return switch (row.kind()) {
            case VOID -> row.undoes().isPresent() ? "void" : "burnt";
            case CORRECTION -> "correction";
            case BACK_ENTRY -> "back-entry";
            case ONLINE, RECORD -> {
                if (row.content().mode() == Mode.COUNT) {
                    yield "counted";
                }
                if (row.bill().surcharge().isPositive()) {
                    yield "taken-with-surcharge";
                }
                if (row.bill().discount().isPositive()) {
                    yield "taken-with-discount";
                }
                yield row.bound().isPresent() ? "taken-at-price" : "taken";
            }
        };
    }

    private Map<String, Object> values(JournalRow row, Named names, Language language) {
        var values = new HashMap<String, Object>();
        Bill bill = row.bill();
        boolean back = row.kind() == JournalRow.Kind.VOID;
        values.put("keyed", row.content().keyed().cents());
        values.put("gross", bill.gross().cents());
        values.put("discount", bill.discount().cents());
        values.put("surcharge", bill.surcharge().cents());
        values.put("net", back ? bill.net().negated().cents() : bill.net().cents());
        values.put("cash", back ? bill.cash().negated().cents() : bill.cash().cents());
        values.put("subsidy", back ? bill.subsidy().negated().cents() : bill.subsidy().cents());
        values.put("seq", row.claim().seq());
        row.undoes().ifPresent(undone -> values.put("undone", readable(undone.number())));
        row.who()
                .ifPresent(who -> {
                    values.put("cashLeft", who.cashAfter().cents());
                    values.put("subsidyLeft", who.subsidyAfter().cents());
                });
        row.bound()
                .ifPresent(bound -> {
                    values.put("rule", rule(bound.rule(), names, language));
                    values.put("limit", bound.limit());
                    values.put("used", bound.used());
                    values.put("left", bound.left());
                });
        return values;
    }

    private String rule(int id, Named names, Language language) {
        return names.rule(id)
                .orElseGet(() -> messages.say(language, "why.removed-rule", Map.of("id", id)));
    }
}

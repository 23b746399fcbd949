package onecard.wire;

import static onecard.wire.Keys.*;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Money;

/// The parameters of a terminal ↔ a map. What is as usual is left out, as readers take absence for
/// it.
final class Settings {
    private static final int MINUTES_PER_DAY = 24 * 60;

    /// Where the number of a card is read.
    private static final int PHYSICAL = 1;

    private static final int WRITTEN = 2;

    private Settings() {}

    static Fields fields(Parameters parameters) {
        Fields fields =
                new Fields()
                        .put(VERSION, parameters.version())
                        .put(MERCHANT, parameters.merchant())
                        .put(WORKING_MODE, Codes.of(parameters.mode()))
                        .put(FIXED_AMOUNT, parameters.fixedAmount())
                        .put(REPEAT_INTERVAL, parameters.repeatInterval().toSeconds())
                        .put(TILL_TIME, parameters.tillTime().toMillis())
                        .put(HEARTBEAT, parameters.heartbeat().toSeconds())
                        .putIfTrue(CHECK_ALLOW_LIST, parameters.checkAllowList());
        parameters.machineNo().ifPresent(number -> fields.put(MACHINE_NO, number.value()));
        switch (parameters.purchaseMode()) {
            case ONLINE -> {}
            case STORE_AND_FORWARD ->
                    fields.put(PURCHASE_MODE, Codes.of(parameters.purchaseMode()));
        }
        if (!parameters.physicalNumber()) {
            fields.put(CARD_NUMBER, WRITTEN);
        }
        if (!parameters.offline().equals(OfflineLimits.USUAL)) {
            fields.put(OFFLINE_LIMITS, fields(parameters.offline()));
        }
        if (parameters.switchAfter() > 0) {
            fields.put(SWITCH_AFTER, parameters.switchAfter());
        }
        parameters
                .plan()
                .ifPresent(plan -> fields.put(SLOTS, slots(plan)).put(ZONE, plan.zone().getId()));
        return fields;
    }

    static Parameters parameters(Fields fields) throws MalformedException {
        Optional<MachineNo> machineNo =
                fields.has(MACHINE_NO)
                        ? Optional.of(new MachineNo((int) fields.whole(MACHINE_NO, 1, 999)))
                        : Optional.empty();
        return new Parameters(
                Requests.version(fields, VERSION),
                machineNo,
                fields.text(MERCHANT, 0, Limits.MAX_NAME_CHARS),
                Codes.mode(fields, WORKING_MODE),
                fields.money(FIXED_AMOUNT, 0, Limits.MAX_PRICE_CENTS),
                Duration.ofSeconds(fields.whole(REPEAT_INTERVAL, 0, Limits.MAX_REPEAT_SECONDS)),
                Duration.ofMillis(fields.whole(TILL_TIME, 1, Limits.MAX_TILL_MILLIS)),
                Duration.ofSeconds(fields.whole(HEARTBEAT, 1, Limits.MAX_HEARTBEAT_SECONDS)),
                Codes.purchaseMode(fields, PURCHASE_MODE),
                fields.wholeOr(CARD_NUMBER, PHYSICAL, WRITTEN, PHYSICAL) == PHYSICAL,
                fields.truth(CHECK_ALLOW_LIST),
                offline(fields),
                (int) fields.wholeOr(SWITCH_AFTER, 0, Limits.MAX_SWITCH_AFTER, 0),
                plan(fields));
    }

    private static Fields fields(OfflineLimits limits) {
        Fields fields = new Fields();
        limits.perPurchase().ifPresent(limit -> fields.put(PER_PURCHASE, limit));
        limits.perCard().ifPresent(limit -> fields.put(PER_CARD, limit));
        limits.perTerminal().ifPresent(limit -> fields.put(PER_TERMINAL, limit));
        limits.listAge().ifPresent(age -> fields.put(LIST_AGE, age.toSeconds()));
        return fields;
    }

    private static OfflineLimits offline(Fields message) throws MalformedException {
        Optional<Fields> fields = message.mapIfAny(OFFLINE_LIMITS);
        if (fields.isEmpty()) {
            return OfflineLimits.USUAL;
        }
        Fields limits = fields.get();
        return new OfflineLimits(
                limit(limits, PER_PURCHASE),
                limit(limits, PER_CARD),
                limit(limits, PER_TERMINAL),
                limits.has(LIST_AGE)
                        ? Optional.of(
                                Duration.ofSeconds(
                                        limits.whole(LIST_AGE, 0, Limits.MAX_AGE_SECONDS)))
                        : Optional.empty());
    }

    private static Optional<Money> limit(Fields limits, Field field) throws MalformedException {
        return limits.has(field)
                ? Optional.of(limits.money(field, 0, Limits.MAX_OFFLINE_CENTS))
                : Optional.empty();
    }

    private static Value slots(ModePlan plan) {
        List<Value> slots = new ArrayList<>();
        for (ModePlan.Slot slot : plan.slots()) {
            slots.add(
                    new Fields()
                            .put(WEEKDAYS, slot.dayBits())
                            .put(FROM_MINUTE, slot.fromMinute())
                            .put(TO_MINUTE, slot.toMinute())
                            .put(SLOT_MODE, Codes.of(slot.mode()))
                            .put(SLOT_AMOUNT, slot.fixedAmount()));
        }
        return new Value.Items(slots);
    }

    private static Optional<ModePlan> plan(Fields fields) throws MalformedException {
        if (!fields.has(SLOTS)) {
            return Optional.empty();
        }
        List<ModePlan.Slot> slots = new ArrayList<>();
        for (Fields slot : fields.maps(SLOTS, 1, Limits.MAX_SLOTS)) {
            int from = (int) slot.whole(FROM_MINUTE, 0, MINUTES_PER_DAY - 1);
            slots.add(
                    new ModePlan.Slot(
                            ModePlan.Slot.days(slot.whole(WEEKDAYS, 1, 127)),
                            from,
                            (int) slot.whole(TO_MINUTE, from + 1, MINUTES_PER_DAY),
                            Codes.mode(slot, SLOT_MODE),
                            slot.money(SLOT_AMOUNT, 0, Limits.MAX_PRICE_CENTS)));
        }
        return Optional.of(new ModePlan(zone(fields), slots));
    }

    private static ZoneId zone(Fields fields) throws MalformedException {
        String name = fields.text(ZONE, 1, Limits.MAX_ZONE_CHARS);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw new MalformedException(ZONE.name(), "no such time zone: " + name);
        }
    }
}

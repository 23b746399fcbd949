package onecard.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.PurchaseDecision;
import onecard.wire.VoidOutcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Slips as JSON, so that a program can compare terminals and the platform's books one to one.
public final class Slips {
    /// A terminal's journal is called by its serial number and this.
    public static final String SUFFIX = ".journal";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Slips() {}

    /// Calls back with every slip of every journal in the folder, terminals and numbers rising.
    public static void read(Path folder, BiConsumer<SerialNo, Slip> each) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> journals =
                    files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .toList();
            for (Path journal : journals) {
                String name = journal.getFileName().toString();
                SerialNo serial = new SerialNo(name.substring(0, name.length() - SUFFIX.length()));
                SlipBook.slipsOf(FileJournal.read(journal))
                        .forEach(slip -> each.accept(serial, slip));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journals in " + folder, e);
        }
    }

    /// Returns one line of JSON.
    public static String line(SerialNo terminal, Slip slip) {
        ObjectNode line = JSON.createObjectNode().put("terminal", terminal.value());
        return line.setAll(json(slip)).toString();
    }

    static ObjectNode json(Slip slip) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("seq", slip.seq())
                        .put("state", slip.state().name())
                        .put("mode", slip.sale().mode().name())
                        .put("amountCents", slip.sale().amount().cents())
                        .put("standingCents", slip.standing().cents())
                        .put("at", slip.sale().terminalTime().toString())
                        .put("atMillis", slip.sale().terminalTime().toEpochMilli());
        if (slip.sale().instrument() instanceof Instrument.Card(CardUid uid, boolean emulated)) {
            json.put("cardUid", uid.hex()).put("emulated", emulated);
        }
        slip.decision().ifPresent(decision -> put(json, decision));
        if (slip.stored()) {
            json.put("result", "approved")
                    .put("offline", true)
                    .put("chargedCents", slip.sale().amount().cents());
            slip.fate().ifPresent(fate -> json.put("fate", fate.name()));
        }
        slip.voidReason().ifPresent(reason -> json.put("voidReason", reason.name()));
        slip.voidOutcome().ifPresent(outcome -> put(json, outcome));
        return json;
    }

    /// Adds what was decided, in the words of the page.
    static void put(ObjectNode json, PurchaseDecision decision) {
        switch (decision) {
            case Approved yes ->
                    json.put("result", "approved")
                            .put("chargedCents", yes.charged().cents())
                            .put("grossCents", yes.gross().cents())
                            .put("discountCents", yes.discount().cents())
                            .put("cashPartCents", yes.cashPart().cents())
                            .put("subsidyPartCents", yes.subsidyPart().cents())
                            .put("cashLeftCents", yes.cashLeft().cents())
                            .put("subsidyLeftCents", yes.subsidyLeft().cents())
                            .put("name", yes.maskedName())
                            .put("platformNo", Long.toString(yes.platformNo()));
            case Declined no -> put(json, no);
        }
    }

    private static void put(ObjectNode json, Declined no) {
        json.put("result", "declined").put("refusal", no.refusal().name());
        json.put("code", no.refusal().code());
        no.rule().ifPresent(rule -> json.put("rule", rule.name()).put("ruleId", rule.id()));
        no.usage()
                .ifPresent(usage -> {
                    usage.window().ifPresent(window -> json.put("window", window.name()));
                    json.put("limit", usage.limit())
                            .put("used", usage.used())
                            .put("left", usage.left());
                });
        no.rest()
                .ifPresent(rest ->
                        json.put("cashLeftCents", rest.cashLeft().cents())
                                .put("subsidyLeftCents", rest.subsidyLeft().cents()));
    }

    private static void put(ObjectNode json, VoidOutcome outcome) {
        switch (outcome) {
            case VoidOutcome.Voided(Money returned) ->
                    json.put("voidOutcome", "VOIDED").put("returnedCents", returned.cents());
            case VoidOutcome.NothingCharged() -> json.put("voidOutcome", "NOTHING_CHARGED");
            case VoidOutcome.NotVoided(VoidOutcome.Reason reason) ->
                    json.put("voidOutcome", "NOT_VOIDED").put("notVoidedWhy", reason.name());
        }
    }
}

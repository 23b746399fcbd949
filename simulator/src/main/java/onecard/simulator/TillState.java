package onecard.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.MachineNo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A terminal as its page shows it: serial, machineNo, merchant, mode, fixedCents, purchaseMode,
/// planned, parameterVersion, online, lastError, lastHeardAt, unsent, stored, storeMost,
/// storedCents, aloneSince, byHandSince, openSeq, allowList, blockList, clock; and of its settings
/// volume, voice, lowBalanceCents, usualPasswords.
final class TillState {
    private static final int SLIPS_PER_PAGE = 50;

    private TillState() {}

    static ObjectNode of(Terminal terminal) {
        TerminalSetup setup = terminal.setup();
        Lines lines = terminal.lines();
        ObjectNode json = JsonReply.JSON.createObjectNode().put("serial", setup.serial().value());
        setup.machineNo().ifPresent(number -> json.put("machineNo", number.value()));
        JsonReply.put(json, setup, terminal.clock());
        json.put("online", lines.up()).put("unsent", lines.unanswered());
        json.put("clock", terminal.clock().toString());
        JsonReply.put(json, terminal.lists());
        Stored stored = terminal.book().stored();
        json.put("stored", stored.count()).put("storeMost", Store.MOST);
        json.put("storedCents", stored.sum().cents());
        lines.aloneSince().ifPresent(at -> json.put("aloneSince", at.toString()));
        terminal.aloneByHand().ifPresent(at -> json.put("byHandSince", at.toString()));
        lines.lastHeard().ifPresent(at -> json.put("lastHeardAt", at.toString()));
        terminal.book().open().ifPresent(slip -> json.put("openSeq", slip.seq()));
        Menu menu = terminal.menu();
        json.put("volume", Integer.parseInt(menu.value(Setting.VOLUME)));
        json.put("voice", menu.value(Setting.VOICE).equals("ON"));
        json.put("lowBalanceCents", Long.parseLong(menu.value(Setting.LOW_BALANCE)));
        json.put("usualPasswords", menu.isUsual(Setting.PASSWORD));
        json.put("usualScreenPassword", menu.isUsual(Setting.SCREEN_PASSWORD));
        return lines.lastError().isEmpty() ? json : json.put("lastError", lines.lastError());
    }

    static ObjectNode settings(Terminal terminal) {
        ObjectNode json = JsonReply.JSON.createObjectNode();
        for (Setting setting : Setting.values()) {
            if (!setting.isSecret()) {
                json.put(setting.name(), value(terminal, setting));
            }
        }
        return json;
    }

    private static String value(Terminal terminal, Setting setting) {
        TerminalSetup setup = terminal.setup();
        return switch (setting) {
            case MACHINE_NO ->
                    setup.machineNo().map(MachineNo::value).map(String::valueOf).orElse("");
            case FIXED_AMOUNT -> Long.toString(setup.fixedAmount().cents());
            case WORKING_MODE -> setup.mode().name();
            case SWIPE_INTERVAL -> Long.toString(setup.repeatInterval().toSeconds());
            case WORKING_STATUS -> setup.purchaseMode().name();
            case TRADE_SERVER, UPLOAD_SERVER ->
                    terminal.menu().server(setting).map(TillState::text).orElse("");
            case ADMINISTRATOR,
                    PASSWORD,
                    OPERATOR_PASSWORD,
                    LOCAL_IP,
                    ANTI_NFC,
                    VOLUME,
                    VOICE,
                    LOW_BALANCE,
                    SCREEN_PASSWORD,
                    SCREEN_NETWORK ->
                    terminal.menu().value(setting);
        };
    }

    private static String text(InetSocketAddress server) {
        return server.isUnresolved()
                ? server.getHostString() + ":" + server.getPort()
                : server.getAddress().getHostAddress() + ":" + server.getPort();
    }

    static ObjectNode statistics(Terminal terminal, List<Timetable.Meal> meals) {
        Instant now = terminal.clock();
        ObjectNode json = JsonReply.JSON.createObjectNode();
        json.set("today", totals(terminal.today()));
        json.set("yesterday", totals(terminal.book().counted(tally -> tally.ofDayBefore(now))));
        ArrayNode perMeal = json.putArray("meals");
        for (Timetable.Meal meal : meals) {
            Totals sum = terminal.book().counted(tally -> tally.of(now, meal.from(), meal.to()));
            perMeal.add(totals(sum).put("name", meal.name()));
        }
        return json;
    }

    private static ObjectNode totals(Totals totals) {
        return JsonReply.JSON
                .createObjectNode()
                .put("count", totals.count())
                .put("cents", totals.sum().cents());
    }

    static ArrayNode slips(HttpExchange exchange, Terminal terminal) {
        long below =
                Optional.of(exchange.getRequestURI())
                        .flatMap(address -> Gate.query(address, "after"))
                        .filter(text -> text.matches("[0-9]{1,10}"))
                        .map(Long::parseLong)
                        .orElse(Long.MAX_VALUE);
        ArrayNode json = JsonReply.JSON.createArrayNode();
        for (Slip slip : terminal.slips(below, SLIPS_PER_PAGE)) {
            json.add(Slips.json(slip).put("voided", slip.state() == Slip.State.VOIDED));
        }
        return json;
    }
}

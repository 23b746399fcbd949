package onecard.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.wire.InquiryResult;
import onecard.wire.Limits;
import onecard.wire.VoidOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the small screen asks of its terminal. Money is whole cents, `…Cents`; what is absent is
/// left out; a problem has `detail` in the browser's language.
///
/// | request | answer |
/// |---|---|
/// | `GET /api/terminals` | array of terminals |
/// | `GET /api/terminals/{serial}` | serial, machineNo, merchant, mode, fixedCents, online, lastError, lastHeardAt, unsent, storedCents, aloneSince, openSeq, clock |
/// | `POST …/purchase` {cardUid, amountCents} | result `approved`, `declined` or `noAnswer`, with what was decided |
/// | `POST …/inquiry` {cardUid} | name, cashLeftCents, subsidyLeftCents, cardState, or refusal |
/// | `POST …/void-last` | the sale that was taken back; 409 if there is none or it stands |
/// | `POST …/give-up` | seq and state of the number given up, or nothing |
/// | `GET …/statistics` | count, cents |
/// | `GET …/slips?after=` | array, newest first; `after` is the last number seen |
/// | `GET …/events` | server-sent events `state`, each with the terminal as above |
/// | `GET /api/cards` | array of uid, name, personNo |
final class TerminalApi implements AutoCloseable {
    private static final int SLIPS_PER_PAGE = 50;
    private static final int MAX_STREAMS = 64;

    /// A stream that has nothing to say says so, and finds out that nobody listens any more.
    private static final int SIGN_OF_LIFE_SECONDS = 15;

    private final Fleet fleet;
    private final Semaphore streams = new Semaphore(MAX_STREAMS);
    private volatile boolean closed;

    TerminalApi(Fleet fleet) {
        this.fleet = fleet;
    }

    void answer(HttpExchange exchange) throws IOException {
        List<String> path =
                List.of(exchange.getRequestURI().getPath().substring("/api/".length()).split("/"));
        boolean reads = exchange.getRequestMethod().equals("GET");
        if (!reads && !exchange.getRequestMethod().equals("POST")) {
            exchange.sendResponseHeaders(405, -1);
        } else if (reads && path.equals(List.of("cards"))) {
            JsonReply.send(exchange, 200, JsonReply.of(fleet.rack()));
        } else if (reads && path.equals(List.of("terminals"))) {
            ArrayNode all = JsonReply.JSON.createArrayNode();
            fleet.terminals().forEach(terminal -> all.add(state(terminal)));
            JsonReply.send(exchange, 200, all);
        } else if (path.size() < 2 || path.size() > 3 || !path.getFirst().equals("terminals")) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            Optional<Terminal> terminal = fleet.find(path.get(1));
            if (terminal.isEmpty()) {
                JsonReply.problem(exchange, 404, PageWords.NO_TERMINAL);
            } else {
                String what = path.size() == 2 ? "" : path.get(2);
                answer(exchange, terminal.get(), reads ? "GET " + what : "POST " + what);
            }
        }
    }

    private void answer(HttpExchange exchange, Terminal terminal, String what) throws IOException {
        switch (what) {
            case "GET " -> JsonReply.send(exchange, 200, state(terminal));
            case "GET statistics" -> JsonReply.send(exchange, 200, statistics(terminal));
            case "GET slips" -> JsonReply.send(exchange, 200, slips(exchange, terminal));
            case "GET events" -> events(exchange, terminal);
            case "POST purchase" -> purchase(exchange, terminal);
            case "POST inquiry" -> inquiry(exchange, terminal);
            case "POST void-last" -> voidLast(exchange, terminal);
            case "POST give-up" -> JsonReply.send(exchange, 200, givenUp(terminal.giveUp()));
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    private static ObjectNode state(Terminal terminal) {
        TerminalSetup setup = terminal.setup();
        Terminal.Lines lines = terminal.lines();
        ObjectNode json = JsonReply.JSON.createObjectNode().put("serial", setup.serial().value());
        setup.machineNo().ifPresent(number -> json.put("machineNo", number.value()));
        JsonReply.put(json, setup, terminal.clock());
        json.put("online", lines.up()).put("unsent", lines.unanswered());
        json.put("clock", terminal.clock().toString());
        JsonReply.put(json, terminal.lists());
        json.put("storedCents", terminal.book().storedSum().cents());
        lines.aloneSince().ifPresent(at -> json.put("aloneSince", at.toString()));
        lines.lastHeard().ifPresent(at -> json.put("lastHeardAt", at.toString()));
        terminal.book().open().ifPresent(slip -> json.put("openSeq", slip.seq()));
        return lines.lastError().isEmpty() ? json : json.put("lastError", lines.lastError());
    }

    private static ObjectNode statistics(Terminal terminal) {
        Totals today = terminal.today();
        return JsonReply.JSON
                .createObjectNode()
                .put("count", today.count())
                .put("cents", today.sum().cents());
    }

    private static ArrayNode slips(HttpExchange exchange, Terminal terminal) {
        long below =
                Gate.query(exchange.getRequestURI(), "after")
                        .filter(text -> text.matches("[0-9]{1,10}"))
                        .map(Long::parseLong)
                        .orElse(Long.MAX_VALUE);
        ArrayNode json = JsonReply.JSON.createArrayNode();
        for (Slip slip : terminal.slips(below, SLIPS_PER_PAGE)) {
            json.add(Slips.json(slip).put("voided", slip.state() == Slip.State.VOIDED));
        }
        return json;
    }

    private void purchase(HttpExchange exchange, Terminal terminal) throws IOException {
        Optional<ObjectNode> body = JsonReply.body(exchange);
        Optional<Instrument.Card> card = body.flatMap(TerminalApi::card);
        Optional<Money> amount = body.flatMap(json -> amount(json, terminal.setup().mode()));
        if (card.isEmpty() || amount.isEmpty()) {
            JsonReply.problem(exchange, 400, PageWords.WRONG_REQUEST);
            return;
        }
        JsonReply.send(exchange, 200, sale(terminal.purchase(card.get(), amount.get())));
    }

    private static Optional<Instrument.Card> card(ObjectNode body) {
        JsonNode uid = body.path("cardUid");
        return uid.isString() && CardUid.exists(uid.asString())
                ? Optional.of(new Instrument.Card(new CardUid(uid.asString()), false))
                : Optional.empty();
    }

    private static Optional<Money> amount(ObjectNode body, Mode mode) {
        if (mode != Mode.FREE_AMOUNT) {
            return Optional.of(Money.ZERO);
        }
        JsonNode cents = body.path("amountCents");
        return cents.isIntegralNumber()
                        && cents.canConvertToLong()
                        && cents.asLong() >= 1
                        && cents.asLong() <= Limits.MAX_PRICE_CENTS
                ? Optional.of(Money.ofCents(cents.asLong()))
                : Optional.empty();
    }

    private static ObjectNode sale(Ending ending) {
        ObjectNode json = JsonReply.JSON.createObjectNode();
        switch (ending) {
            case Ending.Decided(long seq, var decision) -> {
                json.put("seq", seq);
                Slips.put(json, decision);
            }
            case Ending.NoAnswer(long seq, String why) -> noAnswer(json, why).put("seq", seq);
            case Ending.StillOpen(long seq) ->
                    noAnswer(json, "another sale is open").put("seq", seq);
            case Ending.Away(String why) -> noAnswer(json, why);
            case Ending.NotUnderstood(long seq, String why) -> noAnswer(json, why).put("seq", seq);
            case Ending.OtherContent(long seq) ->
                    noAnswer(json, "number in use for something else").put("seq", seq);
            case Ending.NotListed() ->
                    json.put("result", "declined").put("refusal", Refusal.ILLEGAL_CARD.name());
            case Ending.SoldOffline(long seq, Money amount) ->
                    json.put("result", "approved")
                            .put("offline", true)
                            .put("seq", seq)
                            .put("chargedCents", amount.cents());
            case Ending.NotSold(var why) ->
                    json.put("result", "declined").put("refusal", why.name());
            case Ending.TooSoon(var left) ->
                    json.put("result", "declined")
                            .put("refusal", "REPEAT_TOO_SOON")
                            .put("left", left.toSeconds() + 1);
        }
        return json;
    }

    private static ObjectNode noAnswer(ObjectNode json, String why) {
        return json.put("result", "noAnswer").put("why", why);
    }

    private static void inquiry(HttpExchange exchange, Terminal terminal) throws IOException {
        Optional<Instrument.Card> card = JsonReply.body(exchange).flatMap(TerminalApi::card);
        if (card.isEmpty()) {
            JsonReply.problem(exchange, 400, PageWords.WRONG_REQUEST);
            return;
        }
        Optional<InquiryResult> result = terminal.inquire(card.get());
        if (result.isEmpty()) {
            JsonReply.problem(exchange, 504, PageWords.NO_ANSWER);
            return;
        }
        ObjectNode json = JsonReply.JSON.createObjectNode();
        switch (result.get()) {
            case InquiryResult.Holder holder ->
                    json.put("name", holder.maskedName())
                            .put("cashLeftCents", holder.cashLeft().cents())
                            .put("subsidyLeftCents", holder.subsidyLeft().cents())
                            .put("cardState", holder.cardState().name());
            case InquiryResult.Withheld(var refusal) -> json.put("refusal", refusal.name());
        }
        JsonReply.send(exchange, 200, json);
    }

    private static void voidLast(HttpExchange exchange, Terminal terminal) throws IOException {
        switch (terminal.voidLast()) {
            case Undone.Nothing() -> JsonReply.problem(exchange, 409, PageWords.NOTHING_TO_VOID);
            case Undone.Asking _ -> JsonReply.problem(exchange, 409, PageWords.STILL_ASKING);
            case Undone.Ended(_, VoidOutcome.NotVoided(var reason)) ->
                    JsonReply.problem(exchange, 409, words(reason));
            case Undone.Ended(_, VoidOutcome.NothingCharged()) ->
                    JsonReply.problem(exchange, 409, PageWords.NOTHING_TO_VOID);
            case Undone.Ended(Slip slip, VoidOutcome.Voided(Money returned)) -> {
                ObjectNode json = JsonReply.JSON.createObjectNode().put("seq", slip.seq());
                slip.decision().ifPresent(decision -> Slips.put(json, decision));
                json.put("returnedCents", returned.cents());
                JsonReply.send(exchange, 200, json);
            }
        }
    }

    private static PageWords words(VoidOutcome.Reason reason) {
        return switch (reason) {
            case TOO_LATE -> PageWords.TOO_LATE;
            case OTHER_MEAL -> PageWords.OTHER_MEAL;
            case SETTLED -> PageWords.SETTLED;
            case CORRECTED -> PageWords.CORRECTED;
            case NOT_PERMITTED -> PageWords.NOT_PERMITTED;
        };
    }

    private static ObjectNode givenUp(Undone undone) {
        ObjectNode json = JsonReply.JSON.createObjectNode();
        return switch (undone) {
            case Undone.Nothing() -> json.put("state", "NOTHING");
            case Undone.Asking(long seq) ->
                    json.put("seq", seq).put("state", Slip.State.VOIDING.name());
            case Undone.Ended(Slip slip, VoidOutcome outcome) ->
                    json.put("seq", slip.seq())
                            .put("state", slip.voidEnded(outcome).state().name());
        };
    }

    private void events(HttpExchange exchange, Terminal terminal) throws IOException {
        if (!streams.tryAcquire()) {
            JsonReply.problem(exchange, 503, PageWords.TOO_MANY);
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            stream(exchange.getResponseBody(), terminal);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            streams.release();
        }
    }

    private void stream(OutputStream out, Terminal terminal)
            throws IOException, InterruptedException {
        String said = "";
        while (!closed) {
            long seen = terminal.changes().count();
            ObjectNode state = state(terminal);
            String news = state.toString();
            String unclocked = state.without("clock").toString();
            String event =
                    unclocked.equals(said) ? ": \n\n" : "event: state\ndata: " + news + "\n\n";
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            said = unclocked;
            terminal.changes().await(seen, SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

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
/// | `GET /api/terminals` | array of terminals, each as in [TillState] |
/// | `GET /api/terminals/{serial}` | the terminal |
/// | `POST …/purchase` {cardUid, amountCents, emulated} | result `approved`, `declined` or `noAnswer`, with what was decided; `code` numbers a refusal |
/// | `POST …/inquiry` {cardUid, emulated} | name, cashLeftCents, subsidyLeftCents, cardState, or refusal and code |
/// | `POST …/void-last` {password} | the sale that was taken back; 409 if there is none, it stands, or the password is not the operator's |
/// | `POST …/give-up` | seq and state of the number given up, or nothing |
/// | `GET …/statistics` | today, yesterday: count, cents; meals: name, count, cents |
/// | `GET …/slips?after=` | array, newest first; `after` is the last number seen |
/// | `GET …/settings`, `POST …/settings`, `POST …/login` | see [SettingsApi] |
/// | `GET …/events` | server-sent events `state`, each with the terminal as above |
/// | `GET /api/cards` | array of uid, name, personNo, emulated |
final class TerminalApi implements AutoCloseable {
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
            fleet.terminals().forEach(terminal -> all.add(TillState.of(terminal)));
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
            case "GET " -> JsonReply.send(exchange, 200, TillState.of(terminal));
            case "GET statistics" ->
                    JsonReply.send(exchange, 200, TillState.statistics(terminal, fleet.meals()));
            case "GET slips" -> JsonReply.send(exchange, 200, TillState.slips(exchange, terminal));
            case "GET events" -> events(exchange, terminal);
            case "POST purchase" -> purchase(exchange, terminal);
            case "POST inquiry" -> inquiry(exchange, terminal);
            case "GET settings" -> JsonReply.send(exchange, 200, TillState.settings(terminal));
            case "POST settings" -> SettingsApi.set(exchange, terminal);
            case "POST login" -> SettingsApi.login(exchange, terminal);
            case "POST void-last" -> voidLast(exchange, terminal);
            case "POST give-up" -> JsonReply.send(exchange, 200, givenUp(terminal.giveUp()));
            default -> exchange.sendResponseHeaders(404, -1);
        }
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
        String uid = text(body, "cardUid");
        boolean phone = body.path("emulated").asBoolean(false);
        return CardUid.exists(uid)
                ? Optional.of(new Instrument.Card(new CardUid(uid), phone))
                : Optional.empty();
    }

    /// Returns a text of a body, empty if there is none.
    static String text(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        return value.isString() ? value.asString() : "";
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
                    declined(json, Refusal.ILLEGAL_CARD.name(), Refusal.ILLEGAL_CARD.code());
            case Ending.SoldOffline(long seq, Money amount) ->
                    json.put("result", "approved")
                            .put("offline", true)
                            .put("seq", seq)
                            .put("chargedCents", amount.cents());
            case Ending.NotSold(var why) -> declined(json, why.name(), why.code());
            case Ending.TooSoon(var left) ->
                    declined(json, Refusal.REPEAT_TOO_SOON.name(), Refusal.REPEAT_TOO_SOON.code())
                            .put("left", left.toSeconds() + 1);
        }
        return json;
    }

    private static ObjectNode declined(ObjectNode json, String why, int code) {
        return json.put("result", "declined").put("refusal", why).put("code", code);
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
            case InquiryResult.Withheld(var refusal) ->
                    json.put("refusal", refusal.name()).put("code", refusal.code());
        }
        JsonReply.send(exchange, 200, json);
    }

    private static void voidLast(HttpExchange exchange, Terminal terminal) throws IOException {
        String password = JsonReply.body(exchange).map(json -> text(json, "password")).orElse("");
        if (!terminal.menu().isOperators(password)) {
            JsonReply.problem(exchange, 409, PageWords.WRONG_OPERATOR_PASSWORD);
            return;
        }
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
            ObjectNode state = TillState.of(terminal);
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

package onecard.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.wire.ListKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies of the page's API.
final class JsonReply {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /// The longest request the page sends is a card and an amount.
    private static final int MAX_BODY_BYTES = 4_096;

    private JsonReply() {}

    static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void problem(HttpExchange exchange, int status, PageWords words) throws IOException {
        String language = exchange.getRequestHeaders().getFirst("Accept-Language");
        boolean inChinese = language == null || language.startsWith("zh");
        ObjectNode problem =
                JSON.createObjectNode()
                        .put("type", "urn:onecard:terminal:" + words.name().replace('_', '-'))
                        .put("status", status)
                        .put("detail", words.in(inChinese));
        send(exchange, status, problem);
    }

    /// Returns the object in the body, or nothing if it is not JSON, not an object or too long.
    /// Only `application/json` is read: a form of another site cannot send it.
    static Optional<ObjectNode> body(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (type == null || !type.startsWith("application/json") || bytes.length > MAX_BODY_BYTES) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(bytes) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// Adds how a terminal works at a moment.
    static void put(ObjectNode json, TerminalSetup setup, Instant moment) {
        json.put("merchant", setup.merchant()).put("mode", setup.mode().name());
        if (setup.mode() == Mode.FIXED_AMOUNT) {
            json.put("fixedCents", setup.fixedAmount().cents());
        }
        json.put("purchaseMode", setup.purchaseMode().name())
                .put("planned", setup.slot(moment).isPresent())
                .put("parameterVersion", setup.parameterVersion());
    }

    /// Adds the state of the lists a terminal keeps.
    static void put(ObjectNode json, ListBook lists) {
        json.set("allowList", list(lists, ListKind.ALLOW));
        json.set("blockList", list(lists, ListKind.BLOCK));
    }

    private static ObjectNode list(ListBook lists, ListKind kind) {
        return JSON.createObjectNode()
                .put("version", lists.version(kind))
                .put("cards", lists.size(kind));
    }

    /// Writes the cards of a rack.
    static ArrayNode of(List<FleetFile.SampleCard> rack) {
        ArrayNode cards = JSON.createArrayNode();
        for (FleetFile.SampleCard card : rack) {
            ObjectNode json = cards.addObject().put("uid", card.uid());
            json.put("name", Optional.ofNullable(card.name()).orElse(""));
            json.put("personNo", Optional.ofNullable(card.personNo()).orElse(""));
            json.put("emulated", card.isPhone());
        }
        return cards;
    }
}

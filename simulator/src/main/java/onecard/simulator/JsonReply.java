package onecard.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
}

package onecard.bridge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a page of a paired console may ask of this PC, over HTTP on loopback only: `GET /state`,
/// `POST /pair {code}` → `{token}`, `GET /cards` (a stream, one line of JSON for each card and each
/// change of the reader), `POST /print` (the bytes of a receipt) → `{job}`, `GET /print/N`, `POST
/// /print/N/again`.
///
/// Another site in the same browser is kept out by Host (no foreign name may resolve to us), by
/// Origin, and by a token it cannot know.
final class DeskPages implements AutoCloseable {
    private static final int BODY_MAX_BYTES = 1_024;
    private static final int INSIDE_MAX = 64;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final Pattern JOB = Pattern.compile("/print/(\\d{1,9})(/again)?");

    /// From the jar it was built into; the console names it in the list of card issuers.
    private static final String VERSION =
            Optional.ofNullable(DeskPages.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inside = new Semaphore(INSIDE_MAX);
    private final Semaphore pairing = new Semaphore(1);
    private final Set<String> hosts;
    private final Pairings pairings;
    private final CardStream cards;
    private final Optional<PrintQueue> printing;
    private final Duration wrongCodePause;

    /// @param port on loopback, 0 for any free one
    /// @param wrongCodePause how long a wrong code takes, so that nobody tries many
    DeskPages(
            int port,
            Pairings pairings,
            CardStream cards,
            Optional<PrintQueue> printing,
            Duration wrongCodePause)
            throws IOException {
        this.pairings = pairings;
        this.cards = cards;
        this.printing = printing;
        this.wrongCodePause = wrongCodePause;
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        this.hosts = Set.of("127.0.0.1:" + port(), "localhost:" + port());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!inside.tryAcquire()) {
                problem(exchange, 503, "too-many");
                return;
            }
            try {
                admit(exchange);
            } finally {
                inside.release();
            }
        }
    }

    private void admit(HttpExchange exchange) throws IOException {
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (host == null
                || !hosts.contains(host)
                || origin == null
                || !ORIGIN.matcher(origin).matches()) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        mayBeRead(exchange, origin);
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            exchange.sendResponseHeaders(204, -1);
        } else if (asked.equals("POST /pair")) {
            pair(exchange, origin);
        } else if (!isPaired(exchange, origin)) {
            problem(exchange, 401, "not-paired");
        } else {
            answer(exchange, asked);
        }
    }

    /// Tells the browser that this page may read our answers, from its network to this PC.
    private static void mayBeRead(HttpExchange exchange, String origin) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Vary", "Origin");
        headers.set("Access-Control-Allow-Methods", "GET, POST");
        headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
        headers.set("Access-Control-Allow-Private-Network", "true");
        headers.set("Access-Control-Max-Age", "600");
    }

    private boolean isPaired(HttpExchange exchange, String origin) {
        @Nullable String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null
                && given.startsWith("Bearer ")
                && pairings.knows(origin, given.substring("Bearer ".length()));
    }

    private void pair(HttpExchange exchange, String origin) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX_BYTES);
        String code;
        try {
            code = JSON.readTree(body).path("code").asString("");
        } catch (JacksonException _) {
            problem(exchange, 400, "not-json");
            return;
        }
        if (!pairing.tryAcquire()) {
            problem(exchange, 429, "one-at-a-time");
            return;
        }
        try {
            Optional<String> token = pairings.pair(origin, code.strip());
            if (token.isPresent()) {
                send(exchange, 200, JSON.createObjectNode().put("token", token.get()));
            } else {
                // The pause is the point: it makes trying codes slow.
                Thread.sleep(wrongCodePause);
                problem(exchange, 403, "wrong-code");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            pairing.release();
        }
    }

    private void answer(HttpExchange exchange, String asked) throws IOException {
        Matcher job = JOB.matcher(exchange.getRequestURI().getPath());
        switch (asked) {
            case "GET /state" -> send(exchange, 200, state());
            case "GET /cards" -> follow(exchange);
            case "POST /print" -> print(exchange);
            default -> {
                if (job.matches()) {
                    job(exchange, Integer.parseInt(job.group(1)), job.group(2) != null);
                } else {
                    problem(exchange, 404, "unknown");
                }
            }
        }
    }

    private ObjectNode state() {
        ObjectNode state =
                JSON.createObjectNode().put("program", "onecard-bridge").put("version", VERSION);
        state.setAll((ObjectNode) JSON.readTree(cards.state().line()));
        return state.put("printer", printing.isPresent());
    }

    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        // A page too many sees its stream end at once, and asks again later.
        boolean _ = cards.follow(exchange.getResponseBody());
    }

    private void print(HttpExchange exchange) throws IOException {
        byte[] receipt = exchange.getRequestBody().readNBytes(Receipt.BYTES_MAX + 1);
        if (printing.isEmpty()) {
            problem(exchange, 409, "no-printer");
        } else if (!Receipt.exists(receipt.length)) {
            problem(exchange, 413, "receipt-size");
        } else {
            taken(exchange, printing.get().add(new Receipt(receipt)));
        }
    }

    private void job(HttpExchange exchange, int id, boolean again) throws IOException {
        Optional<PrintQueue.Job> found = printing.flatMap(queue -> queue.find(id));
        if (found.isEmpty()) {
            problem(exchange, 404, "unknown");
        } else if (again && exchange.getRequestMethod().equals("POST")) {
            taken(exchange, printing.flatMap(queue -> queue.again(id)));
        } else {
            send(exchange, 200, body(found.get()));
        }
    }

    private static void taken(HttpExchange exchange, Optional<PrintQueue.Job> job)
            throws IOException {
        if (job.isPresent()) {
            send(exchange, 202, body(job.get()));
        } else {
            problem(exchange, 503, "too-many-receipts");
        }
    }

    private static ObjectNode body(PrintQueue.Job job) {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("job", job.id())
                        .put("state", job.state().name())
                        .put("attempts", job.attempts());
        job.problem().ifPresent(why -> body.put("problem", why));
        return body;
    }

    private static void problem(HttpExchange exchange, int status, String kind) throws IOException {
        send(
                exchange,
                status,
                JSON.createObjectNode()
                        .put("type", "urn:onecard:bridge:" + kind)
                        .put("status", status));
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

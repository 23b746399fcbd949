package onecard.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// The web server behind the small screen (小屏) of the virtual terminals, on loopback only. It
/// serves the page from the classpath folder `onecard/terminal-page/` and, under `/api`, what
/// [TerminalApi] describes. The page's address carries a token made at start; without it there is
/// no API.
public final class TerminalPages implements AutoCloseable {
    /// Requests inside at the same time, event streams included.
    private static final int MAX_INSIDE = 128;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inside = new Semaphore(MAX_INSIDE);
    private final Gate gate;
    private final TerminalApi api;
    private final StaticPage page = new StaticPage();

    /// Opens the server.
    ///
    /// @param port on loopback, 0 for any free one
    public TerminalPages(Fleet fleet, int port) throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        gate = new Gate(server.getAddress().getPort());
        api = new TerminalApi(fleet);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Returns the address to open in a browser, token included.
    public String address() {
        return "http://127.0.0.1:%d/?token=%s"
                .formatted(server.getAddress().getPort(), gate.token());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!inside.tryAcquire()) {
                JsonReply.problem(exchange, 503, PageWords.TOO_MANY);
                return;
            }
            try {
                answer(exchange);
            } finally {
                inside.release();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean forApi = exchange.getRequestURI().getPath().startsWith("/api/");
        if (!gate.isLocal(exchange) || (forApi && !gate.isInvited(exchange))) {
            exchange.sendResponseHeaders(403, -1);
        } else if (forApi) {
            api.answer(exchange);
        } else {
            page.answer(exchange);
        }
    }

    @Override
    public void close() {
        api.close();
        server.stop(0);
        threads.shutdownNow();
    }
}

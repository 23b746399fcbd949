package onecard.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Who may talk to the page's server: a browser on this machine that was given the token. Another
/// site in the same browser is kept out by Host (no foreign name may resolve to us), by Origin, and
/// by the token it cannot know.
final class Gate {
    private static final int TOKEN_BYTES = 16;

    private final String token;
    private final Set<String> hosts;

    Gate(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    String token() {
        return token;
    }

    /// Tells whether the request was meant for this machine, by a page of this server or by hand.
    boolean isLocal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        return host != null
                && hosts.contains(host)
                && (origin == null || origin.equals("http://" + host));
    }

    /// Tells whether the request carries the token.
    boolean isInvited(HttpExchange exchange) {
        return query(exchange.getRequestURI(), "token")
                .filter(given ->
                        MessageDigest.isEqual(
                                given.getBytes(StandardCharsets.UTF_8),
                                token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /// Returns a parameter of the query.
    static Optional<String> query(URI address, String name) {
        String query = address.getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String part : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                String value = part.substring(name.length() + 1);
                try {
                    return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
                } catch (IllegalArgumentException _) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

package onecard.platform.system.live;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.signin.Sessions;
import onecard.platform.system.signin.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The one event stream of a browser. It is written on the request's own (virtual) thread, which
/// waits where the network waits.
@RestController
class LiveController {
    static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    private static final ProblemKind FULL = new ProblemKind("live-feed-full", 503);
    private static final String COMMENT = ": still here\n\n";

    /// Tells the page that it missed too much to be told: it reads its lists again.
    private static final String RELOAD = "event:reload\ndata:{}\n\n";

    private final LiveHub hub;
    private final CurrentOperator current;
    private final Sessions sessions;

    LiveController(LiveHub hub, CurrentOperator current, Sessions sessions) {
        this.hub = hub;
        this.current = current;
        this.sessions = sessions;
    }

    @AnyOperator
    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events purchase, terminal, books, today and reload",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    void lookOn(
            @RequestHeader("Last-Event-ID") Optional<String> lastSeen, HttpServletResponse response)
            throws IOException {
        if (hub.isFull()) {
            throw Problem.of(FULL);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        Listener listener = new Listener(current.get());
        try {
            write(listener, hub.join(listener, lastSeen), response.getOutputStream());
        } catch (InterruptedException _) {
            // The hub ended it: the platform stops, or the reader was too slow. Nothing is owed.
        } finally {
            hub.leave(listener);
            listener.closed();
        }
    }

    private void write(Listener listener, Optional<List<LiveHub.Told>> missed, OutputStream out)
            throws IOException, InterruptedException {
        send(out, missed.isPresent() ? COMMENT : RELOAD);
        for (LiveHub.Told told : missed.orElse(List.of())) {
            if (listener.mayRead(told.event())) {
                send(out, told.in(listener.operator().language()));
            }
        }
        while (!listener.isOver()) {
            Optional<LiveHub.Told> next = listener.next(SILENCE_MAX);
            if (next.isPresent()) {
                send(out, next.get().in(listener.operator().language()));
            } else if (stillSignedIn(listener)) {
                send(out, COMMENT);
            } else {
                return;
            }
        }
    }

    /// Looking on is not doing something: the session ends when it ends.
    private boolean stillSignedIn(Listener listener) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who)) {
            return false;
        }
        Optional<SignedIn> now = sessions.look(who);
        now.ifPresent(signedIn -> listener.is(signedIn.operator()));
        return now.isPresent();
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

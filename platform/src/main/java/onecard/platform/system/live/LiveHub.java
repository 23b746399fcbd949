package onecard.platform.system.live;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import onecard.platform.system.Language;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.LiveFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One queue in, one bounded queue per listener out. Whoever publishes never waits; a listener who
/// does not read is let go by name and comes back by itself.
///
/// The last [#KEPT] events are kept, so that a page that was away for a moment misses nothing; one
/// that was away longer is told to read its lists again.
@Component
class LiveHub implements LiveFeed, SmartLifecycle {
    static final int INBOX = 4_096;
    static final int KEPT = 512;
    static final int LISTENERS_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

    private final JsonMapper json;
    private final BlockingQueue<LiveEvent> inbox = new ArrayBlockingQueue<>(INBOX);
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Deque<Told> kept = new ArrayDeque<>();
    private final AtomicLong dropped = new AtomicLong();

    /// Numbers of one life of this process mean nothing in the next.
    private final String life = HexFormat.of().toHexDigits(new SecureRandom().nextInt());

    private long number;
    private volatile @Nullable Thread worker;

    LiveHub(JsonMapper json) {
        this.json = json;
    }

    /// An event with its number; the text is made once per language.
    final class Told {
        private final String id;
        private final LiveEvent event;
        private final Map<Language, String> texts = new EnumMap<>(Language.class);

        private Told(long number, LiveEvent event) {
            this.id = life + "-" + number;
            this.event = event;
        }

        synchronized String in(Language language) {
            return texts.computeIfAbsent(
                    language,
                    asked ->
                            "id:%s\nevent:%s\ndata:%s\n\n"
                                    .formatted(
                                            id,
                                            event.topic(),
                                            json.writeValueAsString(event.body().apply(asked))));
        }

        LiveEvent event() {
            return event;
        }
    }

    @Override
    public void publish(LiveEvent event) {
        if (!inbox.offer(event)) {
            long lost = dropped.incrementAndGet();
            if (Long.bitCount(lost) == 1) {
                LOG.warn("live-feed-full dropped={}", lost);
            }
        }
    }

    @Override
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /// Lets somebody listen, from the event after the one they saw last.
    ///
    /// @return what they missed; empty if it can no longer be told
    Optional<List<Told>> join(Listener listener, Optional<String> lastSeen) {
        synchronized (kept) {
            listeners.add(listener);
            return lastSeen.map(this::after).orElse(Optional.of(List.of()));
        }
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    boolean isFull() {
        return listeners.size() >= LISTENERS_MAX;
    }

    private Optional<List<Told>> after(String lastSeen) {
        if (lastSeen.equals(life + "-" + number)) {
            return Optional.of(List.of());
        }
        List<Told> missed = new ArrayList<>();
        boolean found = false;
        for (Told told : kept) {
            if (found) {
                missed.add(told);
            }
            found |= told.id.equals(lastSeen);
        }
        return found ? Optional.of(missed) : Optional.empty();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tell(inbox.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(LiveEvent event) {
        synchronized (kept) {
            number++;
            Told told = new Told(number, event);
            kept.addLast(told);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            listeners.removeIf(listener -> isTooSlow(listener, told));
        }
    }

    private static boolean isTooSlow(Listener listener, Told told) {
        if (listener.offer(told)) {
            return false;
        }
        LOG.info("live-listener-slow operator={}", listener.operatorId());
        return true;
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("live-feed").start(this::work);
    }

    /// Before the web server, whose graceful stop would wait for streams that never end.
    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
        listeners.forEach(Listener::end);
        listeners.clear();
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 768;
    }
}

package onecard.bridge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The pages that want to hear of cards, and the newest state of the reader.
final class CardStream {
    /// Pages that listen at the same time; more are refused.
    static final int LISTENERS_MAX = 16;

    /// An empty line so often tells the page that we live, and us that the page does.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /// News a page may leave unread before it loses the oldest.
    private static final int UNREAD_MAX = 64;

    private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();
    private volatile ReaderNews state = new ReaderNews.NoService();

    /// The newest state of the reader.
    ReaderNews state() {
        return state;
    }

    /// Tells all pages.
    void publish(ReaderNews news) {
        switch (news) {
            case ReaderNews.NoService _, ReaderNews.NoReader _, ReaderNews.Listening _ -> {
                // While the service is away, every process that looks for it says so anew.
                if (news.equals(state)) {
                    return;
                }
                state = news;
            }
            case ReaderNews.CardSeen _, ReaderNews.Unreadable _ -> {}
        }
        for (BlockingQueue<String> listener : listeners) {
            while (!listener.offer(news.line())) {
                listener.poll();
            }
        }
    }

    /// Writes news until the page goes.
    ///
    /// @return false at once if too many pages listen
    boolean follow(OutputStream out) throws IOException {
        var mine = new ArrayBlockingQueue<String>(UNREAD_MAX);
        synchronized (listeners) {
            if (listeners.size() >= LISTENERS_MAX) {
                return false;
            }
            listeners.add(mine);
        }
        try {
            write(out, state.line());
            while (true) {
                String line = mine.poll(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
                write(out, line == null ? "" : line);
            }
        } catch (InterruptedException _) {
            return true;
        } finally {
            listeners.remove(mine);
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

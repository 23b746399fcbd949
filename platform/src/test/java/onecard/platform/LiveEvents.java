package onecard.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything that came over an event stream so far.
public final class LiveEvents implements AutoCloseable {
    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;

    LiveEvents(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().start(this::read);
    }

    /// One event.
    public record Event(String topic, JsonNode data) {}

    /// The events of a topic, oldest first.
    public List<JsonNode> of(String topic) {
        return seen.stream().filter(e -> e.topic().equals(topic)).map(Event::data).toList();
    }

    private void read() {
        var block = new ArrayList<String>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    event(block);
                    block.clear();
                } else {
                    block.add(line);
                }
            });
        } catch (RuntimeException _) {
            // The stream was closed; that is how it ends.
        }
    }

    private void event(List<String> block) {
        String topic = field(block, "event:");
        if (!topic.isEmpty()) {
            seen.add(new Event(topic, JsonMapper.shared().readTree(field(block, "data:"))));
        }
    }

    private static String field(List<String> block, String name) {
        return block.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        lines.close();
    }
}

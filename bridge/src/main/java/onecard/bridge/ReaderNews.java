package onecard.bridge;

import java.util.List;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happens at the card reader of the desk, as one line of JSON.
sealed interface ReaderNews {
    JsonMapper JSON = JsonMapper.builder().build();

    /// The PC/SC service of this PC does not run.
    record NoService() implements ReaderNews {}

    /// The service runs; no reader is plugged in.
    record NoReader() implements ReaderNews {}

    /// These readers wait for cards.
    record Listening(List<String> readers) implements ReaderNews {
        public Listening {
            readers = List.copyOf(readers);
        }
    }

    /// A card lies on a reader.
    ///
    /// @param uid its number as upper-case hex digits
    record CardSeen(String uid) implements ReaderNews {}

    /// Something lies there that does not say its number.
    record Unreadable(String why) implements ReaderNews {}

    /// Returns the line that stands for it.
    default String line() {
        ObjectNode line = JSON.createObjectNode();
        switch (this) {
            case NoService() -> line.put("reader", "NO_SERVICE");
            case NoReader() -> line.put("reader", "NO_READER");
            case Listening(var readers) -> {
                line.put("reader", "LISTENING");
                readers.forEach(line.putArray("names")::add);
            }
            case CardSeen(String uid) -> line.put("uid", uid);
            case Unreadable(String why) -> line.put("unreadable", why);
        }
        return line.toString();
    }

    /// Returns what a line says, or nothing if it says nothing that is known.
    static Optional<ReaderNews> of(String line) {
        JsonNode read;
        try {
            read = JSON.readTree(line);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (read.path("uid").isString() && CardUid.exists(read.path("uid").asString())) {
            return Optional.of(new CardSeen(new CardUid(read.path("uid").asString()).hex()));
        }
        if (read.path("unreadable").isString()) {
            return Optional.of(new Unreadable(read.path("unreadable").asString()));
        }
        return switch (read.path("reader").asString("")) {
            case "NO_SERVICE" -> Optional.of(new NoService());
            case "NO_READER" -> Optional.of(new NoReader());
            case "LISTENING" ->
                    Optional.of(
                            new Listening(
                                    read.path("names")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList()));
            default -> Optional.empty();
        };
    }
}

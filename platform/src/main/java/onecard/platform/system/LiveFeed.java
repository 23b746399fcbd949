package onecard.platform.system;

/// News to every console that looks on: the one event stream at `/api/v1/live`.
public interface LiveFeed {
    /// Hands on an event and returns at once; the work is done elsewhere. What the hub cannot take
    /// is dropped and counted: the pages read the truth again from their lists.
    void publish(LiveEvent event);

    /// Tells whether anybody looks on, so that nobody prepares news for an empty room.
    boolean hasListeners();
}

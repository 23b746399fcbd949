package onecard.platform.system;

/// A socket on which a room listens, told so that the start can say where. A room offers one bean
/// per socket.
public interface OpenDoor {
    /// Returns which one it is: `authorization`, `collection`.
    String name();

    /// Returns the port it really listens on, once the platform runs.
    int port();
}

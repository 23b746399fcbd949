package onecard.platform.system;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The first run: nobody is here yet, and only who can read this machine's console or its files may
/// make the first administrator.
public interface FirstRun {
    /// What whoever started the platform is told once.
    ///
    /// @param secret to be typed on the first page
    /// @param file where it also stands, readable by its owner only
    /// @param until when it ends; a new start makes a new one
    record Invitation(String secret, Path file, Instant until) {}

    /// Makes the secret if there is no operator yet; otherwise there is nothing to tell.
    Optional<Invitation> invite();
}

package onecard.platform;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets every test wait long for what must come: a machine that has other work as well is slower
/// than the ten seconds of the library allow, and waiting costs nothing once it has come.
public final class Patience implements BeforeAllCallback {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(AT_MOST);
    }
}

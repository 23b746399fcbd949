package onecard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A warning is for the person on duty; a start and a stop where nothing is wrong give none.
@PlatformTest
class StartAndStopTest {
    private final List<String> warned = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Listener listener = new Listener();
    private final House house;

    StartAndStopTest(House house) {
        this.house = house;
    }

    private final class Listener extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                warned.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            }
        }
    }

    @BeforeEach
    void listen() {
        listener.setContext(root.getLoggerContext());
        listener.start();
        root.addAppender(listener);
    }

    @AfterEach
    void leave() {
        root.detachAppender(listener);
    }

    @Test
    void a_start_and_a_stop_warn_nobody() {
        house.neighbour().close();
        assertThat(warned).isEmpty();
    }

    @Test
    void a_start_that_fails_is_told_once_by_the_command(@TempDir Path data) {
        var nobody =
                Map.<String, Object>of(
                        "onecard.data",
                        data.toString(),
                        "onecard.database-url",
                        "postgresql://a:b@127.0.0.1:1/c");
        assertThatThrownBy(() -> Started.with(data, nobody))
                .satisfies(failure ->
                        assertThat(StartTrouble.inWords(failure))
                                .contains("127.0.0.1:1")
                                .doesNotContain("\n"));
        assertThat(warned).isEmpty();
    }
}

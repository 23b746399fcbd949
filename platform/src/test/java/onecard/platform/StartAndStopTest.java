package onecard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}

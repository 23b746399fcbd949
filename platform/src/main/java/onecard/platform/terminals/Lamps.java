package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import onecard.platform.system.Language;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.LiveFeed;
import onecard.platform.system.Messages;
import onecard.platform.system.Permission;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// Shows the lamps of all terminals to the consoles that look on, and tells when one changes.
@Component
class Lamps {
    private final RegisterSnapshot register;
    private final SignsOfLife signs;
    private final LiveFeed feed;
    private final Messages messages;
    private final InstantSource clock;
    private final Map<SerialNo, Lamp> shown = new ConcurrentHashMap<>();

    Lamps(
            RegisterSnapshot register,
            SignsOfLife signs,
            LiveFeed feed,
            Messages messages,
            InstantSource clock) {
        this.register = register;
        this.signs = signs;
        this.feed = feed;
        this.messages = messages;
        this.clock = clock;
    }

    record LampNews(String serial, Lamp.Colour lamp, String reason) {}

    /// Turns a lamp green at once.
    void heard(SerialNo serial) {
        if (shown.get(serial) != Lamp.HEARD) {
            register.lastRead()
                    .bySerial(serial)
                    .ifPresent(terminal ->
                            show(terminal, Optional.ofNullable(signs.mine().get(terminal.id()))));
        }
    }

    /// Looks at every lamp.
    void showAll() {
        Map<TerminalId, Sign> all = signs.all();
        for (Terminal terminal : register.lastRead().all()) {
            show(terminal, Optional.ofNullable(all.get(terminal.id())));
        }
    }

    private void show(Terminal terminal, Optional<Sign> sign) {
        Instant now = clock.instant();
        Lamp lamp = Lamp.of(terminal, sign, now);
        if (shown.put(terminal.serial(), lamp) != lamp) {
            feed.publish(
                    new LiveEvent(
                            "terminal",
                            Permission.SEE_TERMINALS,
                            OptionalInt.of(terminal.merchant().value()),
                            language ->
                                    new LampNews(
                                            terminal.serial().value(),
                                            lamp.colour(),
                                            reason(language, lamp, sign, now))));
        }
    }

    /// Says why a lamp is as it is.
    String reason(Language language, Lamp lamp, Optional<Sign> sign, Instant now) {
        long silence =
                sign.map(each -> Duration.between(each.heardAt(), now).toMinutes()).orElse(0L);
        return messages.say(language, "terminals.lamp." + lamp.name(), Map.of("minutes", silence));
    }
}

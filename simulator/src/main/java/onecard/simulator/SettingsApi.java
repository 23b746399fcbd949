package onecard.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The menu behind the small screen and the settings behind the large one, as the page asks for
/// them. There is no session: who keys something in says each time who he is.
///
/// | request | answer |
/// |---|---|
/// | `POST …/login` {administrator, password} or {screenPassword} | 200; 409 if they are others |
/// | `GET …/settings` | every value that is no secret, by its name in [Setting] |
/// | `POST …/settings` {as for login, name, value} | all values; 409 if it is not taken, and why |
final class SettingsApi {
    private SettingsApi() {}

    static void login(HttpExchange exchange, Terminal terminal) throws IOException {
        ObjectNode body = JsonReply.body(exchange).orElseGet(JsonReply.JSON::createObjectNode);
        Optional<PageWords> refused = refused(terminal.menu(), body, body.has("screenPassword"));
        if (refused.isPresent()) {
            JsonReply.problem(exchange, 409, refused.get());
        } else {
            JsonReply.send(exchange, 200, TillState.settings(terminal));
        }
    }

    private static Optional<PageWords> refused(Menu menu, ObjectNode body, boolean large) {
        if (large) {
            return menu.opensLargeScreen(TerminalApi.text(body, "screenPassword"))
                    ? Optional.empty()
                    : Optional.of(PageWords.WRONG_SCREEN_PASSWORD);
        }
        String administrator = TerminalApi.text(body, "administrator");
        return menu.admits(administrator, TerminalApi.text(body, "password"))
                ? Optional.empty()
                : Optional.of(PageWords.WRONG_LOGIN);
    }

    static void set(HttpExchange exchange, Terminal terminal) throws IOException {
        ObjectNode body = JsonReply.body(exchange).orElseGet(JsonReply.JSON::createObjectNode);
        Optional<Setting> setting = Setting.named(TerminalApi.text(body, "name"));
        if (setting.isEmpty()) {
            JsonReply.problem(exchange, 400, PageWords.WRONG_REQUEST);
            return;
        }
        Optional<PageWords> refused =
                refused(terminal.menu(), body, setting.get().isOfLargeScreen())
                        .or(() -> kept(terminal, setting.get(), TerminalApi.text(body, "value")));
        if (refused.isPresent()) {
            JsonReply.problem(exchange, 409, refused.get());
        } else {
            JsonReply.send(exchange, 200, TillState.settings(terminal));
        }
    }

    private static Optional<PageWords> kept(Terminal terminal, Setting setting, String value) {
        return switch (terminal.keyIn(setting, value)) {
            case Menu.Kept() -> Optional.empty();
            case Menu.NotKept(PageWords why) -> Optional.of(why);
        };
    }
}

package onecard.platform.system.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;
import onecard.platform.system.ProductVersion;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Lets somebody in who has been recognised: a new session with a new id, never the one the browser
/// came with, and a new token against forged requests.
@Component
class Doorman {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CookieCsrfTokenRepository csrfTokens;
    private final Settings settings;

    Doorman(
            Sessions sessions,
            SessionCookie cookie,
            CookieCsrfTokenRepository csrfTokens,
            Settings settings) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.csrfTokens = csrfTokens;
        this.settings = settings;
    }

    void letIn(OperatorRow who, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).map(Digest::of).ifPresent(sessions::end);
        cookie.set(sessions.start(who.id(), request.getRemoteAddr()), request, response);
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    }

    void letOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).map(Digest::of).ifPresent(sessions::end);
        cookie.clear(request, response);
    }

    Me me(Operator who, boolean mustChangePassword) {
        SiteSettings site = settings.current();
        return new Me(
                who.id(),
                who.name(),
                who.displayName(),
                who.language().tag(),
                Arrays.stream(Permission.values()).filter(who::may).map(Enum::name).toList(),
                mustChangePassword,
                merchants(who),
                site.unitName(),
                site.wording(),
                site.zone(),
                site.sessionIdle().toSeconds(),
                ProductVersion.TEXT);
    }

    private static Optional<List<Integer>> merchants(Operator who) {
        return switch (who.merchants()) {
            case MerchantScope.All _ -> Optional.empty();
            case MerchantScope.Only(var some) -> Optional.of(some.stream().sorted().toList());
        };
    }
}

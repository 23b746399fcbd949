package onecard.platform.system.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Operator;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Reads who is at work from where Spring Security keeps it.
@Component
class OperatorAtWork implements CurrentOperator {
    @Override
    public Operator get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in here"));
    }

    @Override
    public Optional<Operator> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                ? Optional.of(who.operator())
                : Optional.empty();
    }

    @Override
    public Language language() {
        return find().map(Operator::language).orElseGet(OperatorAtWork::asked);
    }

    @Override
    public <T> T as(Operator operator, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(operator, new byte[0], false));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static Language asked() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            HttpServletRequest request = now.getRequest();
            if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
                return Language.near(request.getLocale());
            }
        }
        return Language.ZH_CN;
    }
}

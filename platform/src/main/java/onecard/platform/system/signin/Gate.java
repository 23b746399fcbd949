package onecard.platform.system.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Open;
import onecard.platform.system.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Decides who may call what, before anything of the request is read: what an endpoint [Needs]
/// stands next to its mapping, and what says nothing is closed. Only the console's own files are
/// for everybody.
@Component
class Gate implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String API = "/api/";
    private static final String OPERATIONS = "/actuator";
    private static final String HEALTH = "/actuator/health";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Gate(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /// The mapping decides, never the look of the path, which has many spellings.
    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller,
            RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        String path = request.getServletPath();
        HandlerMethod method = method(request);
        if (method != null && method.hasMethodAnnotation(Open.class)) {
            return new AuthorizationDecision(true);
        }
        if (method == null && path.startsWith(OPERATIONS)) {
            return new AuthorizationDecision(path.startsWith(HEALTH) || mayOperate(caller.get()));
        }
        if (method == null && !path.startsWith(API)) {
            return new AuthorizationDecision(true);
        }
        return new AuthorizationDecision(caller.get() instanceof SignedIn who && may(who, method));
    }

    private static boolean mayOperate(@Nullable Authentication caller) {
        return caller instanceof SignedIn who && who.operator().may(Permission.SEE_SETTINGS);
    }

    /// What no controller knows is answered "no such address" to whoever is signed in.
    private static boolean may(SignedIn who, @Nullable HandlerMethod method) {
        if (method == null || method.hasMethodAnnotation(AnyOperator.class) || isSprings(method)) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        return needs != null && !who.mustChangePassword() && who.operator().may(needs.value());
    }

    /// The document that describes the API is springdoc's and carries none of our annotations.
    static boolean isSprings(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.springdoc.");
    }

    private @Nullable HandlerMethod method(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = mappings.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? method
                    : null;
        } catch (Exception _) { // wrong method or media type: said after the sign-in
            return null;
        }
    }
}

package onecard.platform.system.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.answers.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What stands between the network and the controllers.
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    private static final ProblemKind NOT_SIGNED_IN = new ProblemKind("not-signed-in", 401);
    private static final ProblemKind CSRF = new ProblemKind("page-too-old", 403);
    private static final ProblemKind MUST_CHANGE = new ProblemKind("password-change-needed", 403);

    /// Scripts come from us alone, none stands in a page. Style attributes are allowed: the
    /// component library sets them. The console speaks to its own platform and, on the clerk's PC,
    /// to the desk bridge.
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; "
                    + "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; "
                    + "connect-src 'self' http://127.0.0.1:*; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private static final String DEVICES_POLICY =
            "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        tokens.setCookiePath("/");
        return tokens;
    }

    @Bean
    SecurityFilterChain console(
            HttpSecurity http,
            SessionCookie sessions,
            Gate gate,
            CookieCsrfTokenRepository csrfTokens,
            ProblemWriter problems) {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
                .headers(ConsoleSecurity::headers)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.FORWARD,
                                        DispatcherType.ERROR,
                                        DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(gate))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint((_, response, _) ->
                                        problems.write(Problem.of(NOT_SIGNED_IN), response))
                                .accessDeniedHandler((request, response, e) ->
                                        problems.write(refused(request, e), response)))
                .build();
    }

    private static Problem refused(HttpServletRequest request, AccessDeniedException e) {
        if (e instanceof CsrfException) {
            return Problem.of(CSRF);
        }
        boolean mustChange =
                SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                        && who.mustChangePassword();
        return Problem.of(mustChange ? MUST_CHANGE : ProblemKind.FORBIDDEN)
                .with("path", request.getRequestURI());
    }

    /// No HSTS: the certificate is self-made, and a browser that has once seen HSTS would let
    /// nobody in after it was replaced.
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICES_POLICY))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
}

package onecard.platform.system.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Open;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and what is one's own: language and password.
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private final SignIn signIn;
    private final Doorman doorman;
    private final OperatorTable operators;
    private final OperatorDesk desk;
    private final CurrentOperator current;

    SessionController(
            SignIn signIn,
            Doorman doorman,
            OperatorTable operators,
            OperatorDesk desk,
            CurrentOperator current) {
        this.signIn = signIn;
        this.doorman = doorman;
        this.operators = operators;
        this.desk = desk;
        this.current = current;
    }

    record Credentials(
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 1000) String password,
            Optional<String> language) {}

    record LanguageChoice(@NotBlank String language) {}

    record PasswordChange(
            @NotNull @Size(max = 1000) String old, @NotNull @Size(max = 1000) String password) {}

    @Open
    @PostMapping
    Me signIn(
            @Valid @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Language> wanted = credentials.language().map(SessionController::language);
        OperatorRow who =
                signIn.check(credentials.name(), credentials.password(), request.getRemoteAddr());
        wanted.ifPresent(language -> operators.speak(who.id(), language));
        doorman.letIn(who, request, response);
        Operator operator = operators.find(who.id()).orElseThrow().operator();
        return doorman.me(operator, who.mustChange());
    }

    @AnyOperator
    @GetMapping
    Me whoAmI() {
        return doorman.me(current.get(), mustChange());
    }

    @Open
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        doorman.letOut(request, response);
    }

    @AnyOperator
    @PutMapping("/language")
    Me speak(@Valid @RequestBody LanguageChoice choice) {
        int who = current.get().id();
        operators.speak(who, language(choice.language()));
        return doorman.me(operators.find(who).orElseThrow().operator(), mustChange());
    }

    @AnyOperator
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        Operator who = current.get();
        signIn.check(who.name(), change.old(), request.getRemoteAddr());
        if (change.old().equals(change.password())) {
            throw Problem.field("password", "error.password-same");
        }
        desk.changeOwnPassword(who, change.password(), session());
    }

    private static boolean mustChange() {
        return signedIn().map(SignedIn::mustChangePassword).orElse(false);
    }

    private static byte[] session() {
        return signedIn().map(SignedIn::session).orElseThrow();
    }

    private static Optional<SignedIn> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(() -> Problem.field("language", "error.language"));
    }
}

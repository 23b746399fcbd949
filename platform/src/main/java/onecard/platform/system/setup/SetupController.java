package onecard.platform.system.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.ZoneId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Open;
import onecard.platform.system.Operators;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The first run asks for an administrator and then for the unit's full name (`M-062`).
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {
    private static final ProblemKind NOT_HERE = new ProblemKind("setup-not-here", 403);

    private final SetupSecret secret;
    private final Operators operators;
    private final CurrentOperator current;
    private final Settings settings;

    SetupController(
            SetupSecret secret, Operators operators, CurrentOperator current, Settings settings) {
        this.secret = secret;
        this.operators = operators;
        this.current = current;
        this.settings = settings;
    }

    enum Step {
        ADMINISTRATOR,
        UNIT,
        DONE
    }

    record SetupState(boolean needed, Step step) {}

    record FirstAdministrator(
            @NotBlank @Size(max = 100) String secret,
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 1000) String password) {}

    record Unit(
            @NotBlank @Size(max = SiteSettings.UNIT_NAME_MAX) String unitName,
            @NotNull Wording wording,
            @NotBlank String zone) {}

    @Open
    @GetMapping
    SetupState setupState() {
        Step step =
                !operators.any()
                        ? Step.ADMINISTRATOR
                        : settings.current().unitName().isEmpty() ? Step.UNIT : Step.DONE;
        return new SetupState(step != Step.DONE, step);
    }

    @Open
    @PostMapping("/administrator")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addFirstAdministrator(
            @Valid @RequestBody FirstAdministrator first, HttpServletRequest request) {
        if (!isFromHere(request)) {
            throw Problem.of(NOT_HERE);
        }
        secret.check(first.secret());
        String name = first.name().strip();
        operators.addFirst(name, name, first.password(), current.language());
        secret.close();
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PostMapping("/unit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void nameUnit(@Valid @RequestBody Unit unit) {
        ZoneId zone = zone(unit.zone());
        settings.change(site -> site.withUnit(unit.unitName().strip(), unit.wording(), zone));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            throw Problem.field("zone", "error.zone");
        }
    }

    /// From this machine itself, and not handed on by a proxy on it.
    private static boolean isFromHere(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}

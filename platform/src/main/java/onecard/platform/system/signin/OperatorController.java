package onecard.platform.system.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Messages;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Operators and what each may do (`M-006`).
@RestController
@RequestMapping("/api/v1")
class OperatorController {
    private final OperatorTable operators;
    private final OperatorDesk desk;
    private final RoleTable roles;
    private final Messages messages;
    private final CurrentOperator current;

    OperatorController(
            OperatorTable operators,
            OperatorDesk desk,
            RoleTable roles,
            Messages messages,
            CurrentOperator current) {
        this.operators = operators;
        this.desk = desk;
        this.roles = roles;
        this.messages = messages;
        this.current = current;
    }

    record OperatorItem(
            int id,
            String name,
            String displayName,
            String language,
            List<String> roles,
            Optional<List<Integer>> merchants,
            boolean active,
            boolean mustChangePassword,
            long revision) {

        static OperatorItem of(OperatorRow row) {
            return new OperatorItem(
                    row.id(),
                    row.name(),
                    row.displayName(),
                    row.language().tag(),
                    row.roles(),
                    switch (row.merchants()) {
                        case MerchantScope.All _ -> Optional.empty();
                        case MerchantScope.Only(var some) ->
                                Optional.of(some.stream().sorted().toList());
                    },
                    row.active(),
                    row.mustChange(),
                    row.revision());
        }
    }

    record OperatorAddition(
            @NotBlank @Size(max = 50) String name,
            @NotBlank @Size(max = 50) String displayName,
            @NotNull @Size(max = 1000) String password,
            @NotNull List<String> roles,
            Optional<List<Integer>> merchants,
            Optional<String> language) {}

    /// @param allMerchants true takes the limits of `merchants` away
    record OperatorEdit(
            Optional<@Pattern(regexp = ".*\\S.*") @Size(max = 50) String> displayName,
            Optional<List<String>> roles,
            Optional<List<Integer>> merchants,
            Optional<Boolean> allMerchants,
            Optional<Boolean> active,
            Optional<@Size(max = 1000) String> password) {}

    /// @param title in the caller's language
    record RoleItem(String name, String title, List<String> permissions) {}

    record RoleList(List<RoleItem> items) {}

    @Needs(Permission.SEE_OPERATORS)
    @GetMapping("/operators")
    Page<OperatorItem> listOperators(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        int rows = Page.limit(limit);
        return Page.cut(
                        operators.list(after.orElse(0), rows + 1),
                        rows,
                        row -> Integer.toString(row.id()))
                .map(OperatorItem::of);
    }

    @Needs(Permission.EDIT_OPERATORS)
    @PostMapping("/operators")
    ResponseEntity<OperatorItem> addOperator(@Valid @RequestBody OperatorAddition addition) {
        var operator =
                new NewOperator(
                        addition.name().strip(),
                        addition.displayName().strip(),
                        true,
                        addition.language()
                                .map(OperatorController::language)
                                .orElse(Language.ZH_CN),
                        scope(addition.merchants()),
                        List.copyOf(addition.roles()));
        return answer(HttpStatus.CREATED, desk.hire(operator, addition.password()));
    }

    @Needs(Permission.EDIT_OPERATORS)
    @PatchMapping("/operators/{id}")
    ResponseEntity<OperatorItem> changeOperator(
            @PathVariable int id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody OperatorEdit edit) {
        Optional<MerchantScope> merchants =
                edit.allMerchants().orElse(false)
                        ? Optional.of(MerchantScope.ALL)
                        : edit.merchants().map(some -> scope(Optional.of(some)));
        var change =
                new OperatorDesk.OperatorChange(
                        edit.displayName().map(String::strip),
                        edit.roles(),
                        merchants,
                        edit.active(),
                        edit.password());
        return answer(HttpStatus.OK, desk.change(id, revision.number(), change));
    }

    @Needs(Permission.SEE_OPERATORS)
    @GetMapping("/roles")
    RoleList listRoles() {
        return new RoleList(
                roles.list().stream()
                        .map(role ->
                                new RoleItem(
                                        role.name(),
                                        messages.say(current.language(), "role." + role.name()),
                                        role.permissions()))
                        .toList());
    }

    private static ResponseEntity<OperatorItem> answer(HttpStatus status, OperatorRow row) {
        return ResponseEntity.status(status)
                .eTag(new Revision(row.revision()).etag())
                .body(OperatorItem.of(row));
    }

    private static MerchantScope scope(Optional<List<Integer>> merchants) {
        return merchants
                .<MerchantScope>map(some -> new MerchantScope.Only(Set.copyOf(some)))
                .orElse(MerchantScope.ALL);
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(() -> Problem.field("language", "error.language"));
    }
}

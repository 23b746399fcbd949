package onecard.platform.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The trade rules (联机交易规则).
@RestController
@RequestMapping("/api/v1/rules")
class RulesController {
    private final Rules rules;
    private final RuleSentence sentences;
    private final CurrentOperator operator;

    RulesController(Rules rules, RuleSentence sentences, CurrentOperator operator) {
        this.rules = rules;
        this.sentences = sentences;
        this.operator = operator;
    }

    /// A rule.
    ///
    /// @param revision what to send as `If-Match` when changing it
    /// @param sentence what it means, in one sentence
    record RuleItem(int id, long revision, @JsonUnwrapped RuleForm rule, String sentence) {}

    record RuleList(List<RuleItem> items) {}

    record SentenceBody(@NotNull @Valid RuleForm rule) {}

    record SentenceItem(String sentence) {}

    @Needs(Permission.SEE_RULES)
    @GetMapping
    RuleList listRules() {
        return new RuleList(rules.all().stream().map(this::item).toList());
    }

    @Needs(Permission.SEE_RULES)
    @GetMapping("/{id}")
    ResponseEntity<RuleItem> readRule(@PathVariable @Positive int id) {
        return answer(
                HttpStatus.OK,
                rules.find(new RuleId(id)).orElseThrow(() -> Problem.notFound("rule", id)));
    }

    @Needs(Permission.EDIT_RULES)
    @PostMapping
    ResponseEntity<RuleItem> addRule(@Valid @RequestBody RuleForm form) {
        RuleCheck.mustBeWellFormed(form);
        return answer(HttpStatus.CREATED, rules.add(form.draft()));
    }

    @Needs(Permission.EDIT_RULES)
    @PutMapping("/{id}")
    ResponseEntity<RuleItem> changeRule(
            @PathVariable @Positive int id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody RuleForm form) {
        RuleCheck.mustBeWellFormed(form);
        return answer(
                HttpStatus.OK,
                rules.change(
                        new RuleId(id),
                        form.draft(),
                        Optional.of(Math.toIntExact(revision.number()))));
    }

    @Needs(Permission.EDIT_RULES)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRule(@PathVariable @Positive int id) {
        rules.remove(new RuleId(id));
    }

    /// Says what a rule would mean that nobody has saved yet.
    @Needs(Permission.SEE_RULES)
    @PostMapping("/sentence")
    SentenceItem explainRule(@Valid @RequestBody SentenceBody body) {
        RuleCheck.mustBeWellFormed(body.rule());
        return new SentenceItem(sentences.of(operator.language(), body.rule().draft()));
    }

    private RuleItem item(RuleEntry entry) {
        return new RuleItem(
                entry.id().value(),
                entry.version(),
                RuleForm.of(entry.draft()),
                sentences.of(operator.language(), entry.draft()));
    }

    private ResponseEntity<RuleItem> answer(HttpStatus status, RuleEntry entry) {
        return ResponseEntity.status(status)
                .eTag(new Revision(entry.version()).etag())
                .body(item(entry));
    }
}

package onecard.platform.rules;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onecard.platform.jobs.Jobs;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.vocabulary.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Replays of the past by other rules (模拟测算, `W-07`). What one finds is shown to whoever asked.
@RestController
@RequestMapping("/api/v1/rules/what-if")
class WhatIfController {
    /// The longest stretch that is replayed at once.
    static final int DAYS_MAX = 366;

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final WhatIfBook books;
    private final WhatIfResultTable results;
    private final WhatIfSheet sheet;
    private final WhatIfTable table;
    private final Jobs jobs;
    private final People people;
    private final CurrentOperator operator;

    WhatIfController(
            WhatIfBook books,
            WhatIfResultTable results,
            WhatIfSheet sheet,
            WhatIfTable table,
            Jobs jobs,
            People people,
            CurrentOperator operator) {
        this.books = books;
        this.results = results;
        this.sheet = sheet;
        this.table = table;
        this.jobs = jobs;
        this.people = people;
        this.operator = operator;
    }

    /// What to replay.
    ///
    /// @param from the first business day
    /// @param to the last one
    /// @param changes rules as they would be, in place of those of the same id, or besides them
    /// @param without ids of rules that would not be
    record WhatIfBody(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Size(max = 100) List<@Valid WhatIfChange> changes,
            @NotNull @Size(max = 100) List<@Positive Integer> without) {}

    /// A rule as it would be.
    ///
    /// @param id which rule it replaces; absent for one more
    record WhatIfChange(Optional<@Positive Integer> id, @NotNull @Valid RuleForm rule) {}

    record WhatIfJob(int jobId) {}

    /// A purchase that would have ended differently.
    ///
    /// @param at when, in the zone of the site
    /// @param wasRefused why it was refused; absent: it was taken
    /// @param wouldBeRefused why it would be refused; absent: it would be taken
    /// @param rule the name of the rule that would refuse it or make its price; empty: none
    record WhatIfItem(
            int place,
            LocalDateTime at,
            int personId,
            String personName,
            String personNo,
            Optional<Integer> groupId,
            int merchantId,
            Optional<Integer> mealId,
            long keyedCents,
            Effect effect,
            Optional<Refusal> wasRefused,
            long wasCents,
            Optional<Refusal> wouldBeRefused,
            long wouldBeCents,
            String rule) {}

    record WhatIfItems(List<WhatIfItem> items, Optional<String> next) {}

    @Needs(Permission.EDIT_RULES)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public WhatIfJob replayPast(@Valid @RequestBody WhatIfBody body) {
        if (body.to().isBefore(body.from())) {
            throw Problem.field("to", "error.rules.dates");
        }
        if (ChronoUnit.DAYS.between(body.from(), body.to()) >= DAYS_MAX) {
            throw Problem.field("to", "error.rules.range", Map.of("max", DAYS_MAX));
        }
        List<WhatIfOrder.Change> changes =
                body.changes().stream()
                        .map(each -> new WhatIfOrder.Change(each.id(), each.rule()))
                        .toList();
        // What is nonsense is said at once, not by the job.
        books.of(changes, body.without());
        var order =
                new WhatIfOrder(
                        body.from(),
                        body.to(),
                        changes,
                        body.without(),
                        WhatIfOrder.merchantsOf(operator.get().merchants()));
        return new WhatIfJob(jobs.start(WhatIfWork.KIND, order).id());
    }

    /// What was found, once the job is done.
    @Needs(Permission.EDIT_RULES)
    @GetMapping("/{jobId}")
    WhatIfFound readFindings(@PathVariable @Positive int jobId) {
        mustBeMine(jobId);
        return results.find(jobId).orElseThrow(() -> Problem.notFound("job", jobId));
    }

    @Needs(Permission.EDIT_RULES)
    @GetMapping(path = "/{jobId}/file", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "The differences as a table for Excel",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> downloadDifferences(@PathVariable @Positive int jobId)
            throws IOException {
        WhatIfFound found = readFindings(jobId);
        var out = new ByteArrayOutputStream();
        sheet.write(out, operator.language(), table.list(jobId, 0, WhatIfWork.LISTED_MAX));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("what-if-%s-%s.xlsx".formatted(found.from(), found.to()))
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    @Needs(Permission.EDIT_RULES)
    @GetMapping("/{jobId}/differences")
    WhatIfItems listDifferences(
            @PathVariable @Positive int jobId,
            @RequestParam Optional<@PositiveOrZero Integer> after,
            @RequestParam Optional<Integer> limit) {
        mustBeMine(jobId);
        int most = Page.limit(limit);
        Page<WhatIfTable.Row> page =
                Page.cut(
                        table.list(jobId, after.orElse(0), most + 1),
                        most,
                        row -> String.valueOf(row.place()));
        Map<PersonId, Person> who =
                people.find(
                        page.items().stream()
                                .map(row -> new PersonId(row.person()))
                                .collect(Collectors.toSet()));
        Page<WhatIfItem> items = page.map(row -> item(row, who));
        return new WhatIfItems(items.items(), items.next());
    }

    private void mustBeMine(int jobId) {
        boolean mine =
                jobs.find(jobId)
                        .filter(job -> job.kind().equals(WhatIfWork.KIND))
                        .filter(job -> job.operatorId() == operator.get().id())
                        .isPresent();
        if (!mine) {
            throw Problem.notFound("job", jobId);
        }
    }

    private static WhatIfItem item(WhatIfTable.Row row, Map<PersonId, Person> who) {
        Optional<Person> person = Optional.ofNullable(who.get(new PersonId(row.person())));
        return new WhatIfItem(
                row.place(),
                row.at(),
                row.person(),
                person.map(Person::name).orElse(""),
                person.map(one -> one.number().value()).orElse(""),
                row.group(),
                row.merchant(),
                row.meal(),
                row.keyedCents(),
                row.effect(),
                row.wasRefused(),
                row.wasNetCents(),
                row.wouldBeRefused(),
                row.wouldBeNetCents(),
                row.rule());
    }
}

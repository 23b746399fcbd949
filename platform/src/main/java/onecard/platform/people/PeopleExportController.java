package onecard.platform.people;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onecard.platform.sheets.SheetWriter;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Departments and people as workbooks that can be imported again.
@RestController
@RequestMapping("/api/v1")
class PeopleExportController {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final People people;
    private final Departments departments;
    private final Groups groups;
    private final Choices choices;
    private final Messages messages;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PeopleExportController(
            People people,
            Departments departments,
            Groups groups,
            Choices choices,
            Messages messages,
            CurrentOperator operator,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.people = people;
        this.departments = departments;
        this.groups = groups;
        this.choices = choices;
        this.messages = messages;
        this.operator = operator;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping(path = "/departments.xlsx", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "All departments",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    void downloadDepartments(HttpServletResponse response) throws IOException {
        var title = say("import.departments.template");
        attach(response, title);
        SheetWriter.write(
                response.getOutputStream(),
                title,
                titles("departments", List.of("code", "name")),
                lines -> {
                    for (var department : departments.all()) {
                        lines.write(List.of(department.code(), department.name()));
                    }
                });
    }

    @Needs(Permission.EDIT_PEOPLE)
    @GetMapping(path = "/people.xlsx", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "The people found, without identity documents",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = "string", format = "binary")))
    void downloadPeople(
            @RequestParam Optional<String> q,
            @RequestParam Optional<Integer> departmentId,
            @RequestParam Optional<Integer> groupId,
            HttpServletResponse response)
            throws IOException {
        var title = say("import.people.template");
        transaction.executeWithoutResult(
                _ -> audit.record("people.people-exported", "people", Map.of()));
        attach(response, title);
        var columns = List.of("personNo", "name", "department", "group", "phone", "holderType");
        SheetWriter.write(
                response.getOutputStream(),
                title,
                titles("people", columns),
                lines -> {
                    var names = new Names();
                    Optional<PersonNo> after = Optional.empty();
                    while (true) {
                        var page =
                                people.search(
                                        new PersonSearch(
                                                q.orElse(""),
                                                departmentId.map(DepartmentId::new),
                                                groupId.map(GroupId::new),
                                                after,
                                                PersonSearch.LIMIT_MAX));
                        for (var person : page) {
                            lines.write(names.line(person));
                        }
                        if (page.size() < PersonSearch.LIMIT_MAX) {
                            return;
                        }
                        after = Optional.of(page.getLast().number());
                    }
                });
    }

    /// What things are called, so that an import finds them again: a department by its name where
    /// only one has it, else by its code.
    private final class Names {
        private final Map<DepartmentId, String> places = new HashMap<>();
        private final Map<GroupId, String> grouped =
                groups.all().stream().collect(Collectors.toMap(PersonGroup::id, PersonGroup::name));
        private final Map<ChoiceId, String> types =
                choices.of(Choice.List.HOLDER_TYPE).stream()
                        .collect(Collectors.toMap(Choice::id, Choice::name));

        Names() {
            var all = departments.all();
            var often =
                    all.stream()
                            .collect(
                                    Collectors.groupingBy(Department::name, Collectors.counting()));
            all.forEach(each ->
                    places.put(
                            each.id(),
                            often.getOrDefault(each.name(), 0L) == 1 ? each.name() : each.code()));
        }

        List<String> line(Person person) {
            return List.of(
                    person.number().value(),
                    person.name(),
                    places.getOrDefault(person.department(), ""),
                    named(person.group(), grouped),
                    person.phone().orElse(""),
                    named(person.holderType(), types));
        }

        private <T> String named(Optional<T> id, Map<T, String> names) {
            return id.map(each -> names.getOrDefault(each, "")).orElse("");
        }
    }

    private List<String> titles(String kind, List<String> fields) {
        return fields.stream().map(field -> say("import." + kind + ".field." + field)).toList();
    }

    private String say(String key) {
        return messages.say(operator.language(), key);
    }

    private static void attach(HttpServletResponse response, String title) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}

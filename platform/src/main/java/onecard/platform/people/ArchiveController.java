package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Leaving and coming back.
@RestController
@RequestMapping("/api/v1/archive")
class ArchiveController {
    private final Archive archive;
    private final Choices choices;
    private final Settings settings;

    ArchiveController(Archive archive, Choices choices, Settings settings) {
        this.archive = archive;
        this.choices = choices;
        this.settings = settings;
    }

    record LeavingBody(
            @NotEmpty @Size(max = StoredArchive.PEOPLE_MAX)
                    List<@NotNull @Positive Integer> personIds,
            @Positive int reasonId,
            Optional<String> remark) {}

    record ReentryBody(@Positive int departmentId, Optional<@Positive Integer> groupId) {}

    /// Somebody in the archive.
    record LeaverRow(
            int id,
            String personNo,
            String name,
            String departmentName,
            int reasonId,
            String reason,
            String remark,
            OffsetDateTime leftAt) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping
    Page<LeaverRow> listLeavers(
            @RequestParam Optional<String> q,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        var site = settings.current();
        int rows = Page.limit(limit);
        var search =
                new LeaverSearch(
                        q.orElse(""),
                        from.map(day -> day.atStartOfDay(site.zone()).toInstant())
                                .orElse(Instant.EPOCH),
                        to.orElse(LocalDate.of(9000, 1, 1))
                                .plusDays(1)
                                .atStartOfDay(site.zone())
                                .toInstant(),
                        after.map(ArchiveController::place),
                        rows + 1);
        Map<ChoiceId, String> reasons =
                choices.of(Choice.List.LEAVING_REASON).stream()
                        .collect(Collectors.toMap(Choice::id, Choice::name));
        return Page.cut(
                        archive.list(search),
                        rows,
                        leaver -> leaver.leftAt() + "_" + leaver.person().id().value())
                .map(leaver ->
                        new LeaverRow(
                                leaver.person().id().value(),
                                leaver.person().number().value(),
                                leaver.person().name(),
                                leaver.department(),
                                leaver.reason().value(),
                                reasons.getOrDefault(leaver.reason(), ""),
                                leaver.remark(),
                                leaver.leftAt().atZone(site.zone()).toOffsetDateTime()));
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archivePeople(@Valid @RequestBody LeavingBody body) {
        archive.add(
                body.personIds().stream().map(PersonId::new).toList(),
                new ChoiceId(body.reasonId()),
                body.remark().orElse(""));
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping("/{id}/re-entry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reenterPerson(@PathVariable @Positive int id, @Valid @RequestBody ReentryBody body) {
        var _ =
                archive.reenter(
                        new PersonId(id),
                        new DepartmentId(body.departmentId()),
                        body.groupId().map(GroupId::new));
    }

    private static Leaver.Place place(String cursor) {
        try {
            int cut = cursor.indexOf('_');
            return new Leaver.Place(
                    Instant.parse(cursor.substring(0, cut)),
                    Integer.parseInt(cursor.substring(cut + 1)));
        } catch (RuntimeException nonsense) {
            throw Problem.field("after", "error.people.cursor");
        }
    }
}

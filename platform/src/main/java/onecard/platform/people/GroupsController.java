package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The groups of the site.
@RestController
@RequestMapping("/api/v1/groups")
class GroupsController {
    private final Groups groups;
    private final PersonLook people;

    GroupsController(Groups groups, PersonLook people) {
        this.groups = groups;
        this.people = people;
    }

    record NewGroupBody(@NotNull String code, @NotNull String name, int value) {}

    record GroupPatch(Optional<String> code, Optional<String> name, Optional<Integer> value) {}

    /// @param people how many people belong to it
    record GroupRow(int id, String code, String name, int value, int people) {}

    record GroupList(List<GroupRow> items) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping
    GroupList listGroups() {
        var counts = people.countByGroup();
        return new GroupList(
                groups.all().stream()
                        .map(group -> row(group, counts.getOrDefault(group.id(), 0)))
                        .toList());
    }

    @Needs(Permission.EDIT_RULES)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GroupRow addGroup(@Valid @RequestBody NewGroupBody body) {
        return row(groups.add(body.code(), body.name(), body.value()), 0);
    }

    @Needs(Permission.EDIT_RULES)
    @PatchMapping("/{id}")
    GroupRow changeGroup(@PathVariable @Positive int id, @RequestBody GroupPatch patch) {
        var before = groups.find(new GroupId(id)).orElseThrow(() -> Problem.notFound("group", id));
        var after =
                groups.change(
                        new PersonGroup(
                                before.id(),
                                patch.code().orElse(before.code()),
                                patch.name().orElse(before.name()),
                                patch.value().orElse(before.value())));
        return row(after, people.countIn(after.id()));
    }

    @Needs(Permission.EDIT_RULES)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeGroup(@PathVariable @Positive int id) {
        groups.remove(new GroupId(id));
    }

    private static GroupRow row(PersonGroup group, int people) {
        return new GroupRow(group.id().value(), group.code(), group.name(), group.value(), people);
    }
}

package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
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

/// The tree of departments.
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsController {
    private final Departments departments;
    private final PersonLook people;

    DepartmentsController(Departments departments, PersonLook people) {
        this.departments = departments;
        this.people = people;
    }

    record NewDepartmentBody(@NotNull String name, Optional<@Positive Integer> parentId) {}

    /// What is to be different: what is absent stays.
    record DepartmentPatch(Optional<String> name, Optional<@Positive Integer> parentId) {}

    /// A department; the parents come before their children.
    ///
    /// @param people how many people belong to it or to anything below it
    record DepartmentNode(
            int id, String code, String name, Optional<Integer> parentId, int people) {}

    record DepartmentTree(List<DepartmentNode> items) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping
    DepartmentTree listDepartments() {
        var counts = people.countByDepartment();
        var all = departments.all();
        return new DepartmentTree(
                all.stream().map(each -> node(each, countBelow(each, all, counts))).toList());
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DepartmentNode addDepartment(@Valid @RequestBody NewDepartmentBody body) {
        var parent =
                body.parentId().map(DepartmentId::new).orElseGet(() -> departments.root().id());
        return node(departments.add(parent, body.name()), 0);
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PatchMapping("/{id}")
    DepartmentNode changeDepartment(
            @PathVariable @Positive int id, @Valid @RequestBody DepartmentPatch patch) {
        var changed =
                departments.change(
                        new DepartmentId(id),
                        patch.name(),
                        patch.parentId().map(DepartmentId::new));
        return node(changed, countBelow(changed, departments.all(), people.countByDepartment()));
    }

    @Needs(Permission.EDIT_PEOPLE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeDepartment(@PathVariable @Positive int id) {
        departments.remove(new DepartmentId(id));
    }

    private static int countBelow(
            Department department, List<Department> all, Map<DepartmentId, Integer> counts) {
        return all.stream()
                .filter(each -> each.code().startsWith(department.code()))
                .mapToInt(each -> counts.getOrDefault(each.id(), 0))
                .sum();
    }

    private static DepartmentNode node(Department department, int people) {
        return new DepartmentNode(
                department.id().value(),
                department.code(),
                department.name(),
                department.parent().map(DepartmentId::value),
                people);
    }
}

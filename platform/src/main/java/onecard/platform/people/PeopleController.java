package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.Needs;
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
import org.springframework.web.bind.annotation.RestController;

/// Entering and changing people. Lists and the person's page show purses too and therefore live in
/// the room of the cards.
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {
    private final People people;
    private final Reassignment reassignment;

    PeopleController(People people, Reassignment reassignment) {
        this.people = people;
        this.reassignment = reassignment;
    }

    record NewPersonBody(
            @NotNull String name,
            Optional<String> personNo,
            @Positive int departmentId,
            Optional<@Positive Integer> groupId,
            Optional<String> phone,
            Optional<@Positive Integer> holderTypeId,
            Optional<@Valid DocumentBody> document) {}

    /// Who is meant: these people, or everybody of a department.
    ///
    /// @param withBelow whether the departments below are meant too
    /// @param groupId the new group; absent: the group stays, unless it is taken away
    /// @param noGroup whether the group is taken away
    /// @param newDepartmentId the new department; absent: it stays
    record ReassignBody(
            Optional<@Size(max = 5_000) List<@NotNull @Positive Integer>> personIds,
            Optional<@Positive Integer> departmentId,
            boolean withBelow,
            Optional<@Positive Integer> groupId,
            boolean noGroup,
            Optional<@Positive Integer> newDepartmentId) {}

    record Reassigned(int people) {}

    /// A person's record without purses.
    ///
    /// @param leftAt since when in the leavers' archive
    record PersonRecord(
            int id,
            String personNo,
            String name,
            int departmentId,
            Optional<Integer> groupId,
            Optional<String> phone,
            String faceEnrolNo,
            Optional<Integer> holderTypeId,
            Optional<DocumentBody> document,
            Optional<Instant> leftAt) {
        static PersonRecord of(Person person) {
            return new PersonRecord(
                    person.id().value(),
                    person.number().value(),
                    person.name(),
                    person.department().value(),
                    person.group().map(GroupId::value),
                    person.phone(),
                    person.faceEnrolNo(),
                    person.holderType().map(ChoiceId::value),
                    person.document().map(DocumentBody::of),
                    person.leftAt());
        }
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping
    ResponseEntity<PersonRecord> addPerson(@Valid @RequestBody NewPersonBody body) {
        var added =
                people.add(
                        new NewPerson(
                                body.personNo()
                                        .filter(no -> !no.isBlank())
                                        .map(PeopleController::number),
                                body.name(),
                                new DepartmentId(body.departmentId()),
                                body.groupId().map(GroupId::new),
                                body.phone().filter(phone -> !phone.isBlank()),
                                body.holderTypeId().map(ChoiceId::new),
                                body.document().map(DocumentBody::checked)));
        return answer(HttpStatus.CREATED, added);
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PatchMapping("/{id}")
    ResponseEntity<PersonRecord> changePerson(
            @PathVariable @Positive int id,
            @RequestHeader("If-Match") Revision revision,
            @RequestBody PersonPatch patch) {
        var person =
                people.find(new PersonId(id)).orElseThrow(() -> Problem.notFound("person", id));
        var version = Optional.of(Math.toIntExact(revision.number()));
        return answer(HttpStatus.OK, people.change(person.id(), patch.on(person, version)));
    }

    static PersonNo number(String typed) {
        var number = typed.strip();
        if (!PersonNo.exists(number)) {
            throw Problem.field("personNo", "error.people.person-no");
        }
        return new PersonNo(number);
    }

    /// The record alone, of leavers too.
    @Needs(Permission.EDIT_PEOPLE)
    @GetMapping("/{id}/record")
    ResponseEntity<PersonRecord> readPersonRecord(@PathVariable @Positive int id) {
        return answer(
                HttpStatus.OK,
                people.find(new PersonId(id)).orElseThrow(() -> Problem.notFound("person", id)));
    }

    /// Gives many people another group or another department (`M-130`).
    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping("/reassign")
    Reassigned reassignPeople(@Valid @RequestBody ReassignBody body) {
        if (body.personIds().isPresent() == body.departmentId().isPresent()) {
            throw Problem.field("personIds", "error.people.who");
        }
        var who =
                body.departmentId()
                        .<Selection>map(id ->
                                new Selection.OfDepartment(new DepartmentId(id), body.withBelow()))
                        .orElseGet(() ->
                                new Selection.Chosen(
                                        body.personIds().orElse(List.of()).stream()
                                                .map(PersonId::new)
                                                .toList()));
        int changed = 0;
        if (body.groupId().isPresent() || body.noGroup()) {
            changed = reassignment.group(who, body.groupId().map(GroupId::new));
        }
        if (body.newDepartmentId().isPresent()) {
            changed = reassignment.move(who, new DepartmentId(body.newDepartmentId().get()));
        }
        return new Reassigned(changed);
    }

    private static ResponseEntity<PersonRecord> answer(HttpStatus status, Person person) {
        return ResponseEntity.status(status)
                .eTag(new Revision(person.version()).etag())
                .body(PersonRecord.of(person));
    }
}

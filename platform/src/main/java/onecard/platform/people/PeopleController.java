package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

    PeopleController(People people) {
        this.people = people;
    }

    record NewPersonBody(
            @NotNull String name,
            Optional<String> personNo,
            @Positive int departmentId,
            Optional<@Positive Integer> groupId,
            Optional<String> phone) {}

    /// A person's record without purses.
    record PersonRecord(
            int id,
            String personNo,
            String name,
            int departmentId,
            Optional<Integer> groupId,
            Optional<String> phone,
            String faceEnrolNo) {
        static PersonRecord of(Person person) {
            return new PersonRecord(
                    person.id().value(),
                    person.number().value(),
                    person.name(),
                    person.department().value(),
                    person.group().map(GroupId::value),
                    person.phone(),
                    person.faceEnrolNo());
        }
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping
    ResponseEntity<PersonRecord> addPerson(@Valid @RequestBody NewPersonBody body) {
        var added =
                people.add(
                        new NewPerson(
                                body.personNo().filter(no -> !no.isBlank()).map(this::number),
                                body.name(),
                                new DepartmentId(body.departmentId()),
                                body.groupId().map(GroupId::new),
                                body.phone().filter(phone -> !phone.isBlank())));
        return answer(HttpStatus.CREATED, added);
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PatchMapping("/{id}")
    ResponseEntity<PersonRecord> changePerson(
            @PathVariable @Positive int id,
            @RequestHeader(value = "If-Match", required = false) @Nullable Revision revision,
            @RequestBody PersonPatch patch) {
        var person =
                people.find(new PersonId(id)).orElseThrow(() -> Problem.notFound("person", id));
        var version = Optional.ofNullable(revision).map(seen -> Math.toIntExact(seen.number()));
        return answer(HttpStatus.OK, people.change(person.id(), patch.on(person, version)));
    }

    private PersonNo number(String typed) {
        var number = typed.strip();
        if (!PersonNo.exists(number)) {
            throw Problem.field("personNo", "error.people.person-no");
        }
        return new PersonNo(number);
    }

    private static ResponseEntity<PersonRecord> answer(HttpStatus status, Person person) {
        return ResponseEntity.status(status)
                .eTag(new Revision(person.version()).etag())
                .body(PersonRecord.of(person));
    }
}

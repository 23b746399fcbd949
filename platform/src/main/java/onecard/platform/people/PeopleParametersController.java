package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Revision;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The parameters of the personnel records.
@RestController
@RequestMapping("/api/v1/people-parameters")
class PeopleParametersController {
    private final PersonNumbers numbers;

    PeopleParametersController(PersonNumbers numbers) {
        this.numbers = numbers;
    }

    record PeopleParametersBody(
            Optional<@Min(1) @Max(20) Integer> numberLength, boolean automaticNumbers) {}

    /// @param numberLength absent: any length
    record PeopleParametersItem(Optional<Integer> numberLength, boolean automaticNumbers) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping
    ResponseEntity<PeopleParametersItem> readPeopleParameters() {
        return answer(numbers.parameters());
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PutMapping
    ResponseEntity<PeopleParametersItem> changePeopleParameters(
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody PeopleParametersBody body) {
        return answer(numbers.change(body.numberLength(), body.automaticNumbers(), revision));
    }

    private static ResponseEntity<PeopleParametersItem> answer(PeopleParameters parameters) {
        return ResponseEntity.ok()
                .eTag(new Revision(parameters.version()).etag())
                .body(
                        new PeopleParametersItem(
                                parameters.numberLength(), parameters.automaticNumbers()));
    }
}

package onecard.platform.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
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

/// The lists to choose from in the personnel records.
@RestController
@RequestMapping("/api/v1/people-choices")
class ChoicesController {
    private final Choices choices;

    ChoicesController(Choices choices) {
        this.choices = choices;
    }

    record NewChoiceBody(@NotNull Choice.List list, @NotNull String name) {}

    record ChoiceName(@NotNull String name) {}

    record ChoiceItem(int id, String name) {
        static ChoiceItem of(Choice choice) {
            return new ChoiceItem(choice.id().value(), choice.name());
        }
    }

    record ChoiceLists(List<ChoiceItem> leavingReasons, List<ChoiceItem> holderTypes) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping
    ChoiceLists listPeopleChoices() {
        return new ChoiceLists(items(Choice.List.LEAVING_REASON), items(Choice.List.HOLDER_TYPE));
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ChoiceItem addPeopleChoice(@Valid @RequestBody NewChoiceBody body) {
        return ChoiceItem.of(choices.add(body.list(), body.name()));
    }

    @Needs(Permission.EDIT_PEOPLE)
    @PatchMapping("/{id}")
    ChoiceItem renamePeopleChoice(
            @PathVariable @Positive int id, @Valid @RequestBody ChoiceName body) {
        return ChoiceItem.of(choices.rename(new ChoiceId(id), body.name()));
    }

    @Needs(Permission.EDIT_PEOPLE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePeopleChoice(@PathVariable @Positive int id) {
        choices.remove(new ChoiceId(id));
    }

    private List<ChoiceItem> items(Choice.List list) {
        return choices.of(list).stream().map(ChoiceItem::of).toList();
    }
}

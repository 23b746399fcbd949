package onecard.platform.cards;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.GroupId;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonSearch;
import onecard.platform.system.Needs;
import onecard.platform.system.OneOf;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// People with their cards and purses: the list, the person's page, the statement, a card held to
/// the reader.
@RestController
@RequestMapping("/api/v1")
class PersonFileController {
    private static final int WORDS_MAX = 60;

    private final PersonFile file;
    private final Statement statement;
    private final Cards cards;

    PersonFileController(PersonFile file, Statement statement, Cards cards) {
        this.file = file;
        this.statement = statement;
        this.cards = cards;
    }

    /// The person's page.
    record PersonPage(
            @JsonUnwrapped PersonRow person,
            String faceEnrolNo,
            Optional<String> phone,
            List<CardRow> cards,
            PursesRow purses) {}

    /// A card held to the reader, and whose it is.
    record CardAndPerson(
            String uid,
            int issueId,
            @OneOf(value = CardState.class, or = "EXPIRED") String state,
            PersonRow person,
            PursesRow purses) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/people")
    Page<PersonRow> listPeople(
            @RequestParam Optional<String> q,
            @RequestParam Optional<Integer> departmentId,
            @RequestParam Optional<Integer> groupId,
            @RequestParam Optional<PersonSearch.Order> order,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        var words = q.orElse("").strip();
        if (words.length() > WORDS_MAX) {
            return new Page<>(List.of(), Optional.empty());
        }
        return file.list(
                words,
                departmentId.filter(id -> id > 0).map(DepartmentId::new),
                groupId.filter(id -> id > 0).map(GroupId::new),
                order.orElse(PersonSearch.Order.NUMBER),
                after,
                Page.limit(limit));
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/people/{id}")
    ResponseEntity<PersonPage> readPerson(@PathVariable @Positive int id) {
        var whole = file.of(new PersonId(id));
        return ResponseEntity.ok()
                .eTag(new Revision(whole.person().version()).etag())
                .body(
                        new PersonPage(
                                whole.row(),
                                whole.person().faceEnrolNo(),
                                whole.person().phone(),
                                whole.cards(),
                                whole.purses().orElseGet(PursesRow::none)));
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/people/{id}/statement")
    Page<Statement.StatementRow> readStatement(
            @PathVariable @Positive int id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        return statement.page(new PersonId(id), after, Page.limit(limit));
    }

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/cards/{uid}")
    CardAndPerson readCard(@PathVariable String uid) {
        var wanted = TypedUid.of("uid", uid);
        var issue =
                Optional.ofNullable(cards.resolve(List.of(wanted)).get(wanted))
                        .orElseThrow(() ->
                                Problem.of(CardProblems.CARD_UNKNOWN).with("uid", wanted.hex()));
        var whole = file.of(issue.person());
        return new CardAndPerson(
                wanted.hex(),
                issue.id(),
                CardRow.stateOf(issue, file.today()),
                whole.row(),
                whole.purses().orElseGet(PursesRow::none));
    }
}

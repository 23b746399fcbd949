package onecard.platform.lists;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.CardIssue;
import onecard.platform.cards.CardSettings;
import onecard.platform.cards.Cards;
import onecard.platform.people.PersonId;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The allow list and the block list in the console.
@RestController
@RequestMapping("/api/v1")
class ListsController {
    /// Most people in one call.
    static final int PEOPLE_MAX = 500;

    private final ListTables tables;
    private final AllowListDesk desk;
    private final Cards cards;
    private final CardSettings parameters;
    private final Settings settings;

    ListsController(
            ListTables tables,
            AllowListDesk desk,
            Cards cards,
            CardSettings parameters,
            Settings settings) {
        this.tables = tables;
        this.desk = desk;
        this.cards = cards;
        this.parameters = parameters;
        this.settings = settings;
    }

    /// @param version grows with every change; it has no meaning beyond that
    /// @param cards how many cards are on the list
    record CardListItem(
            CardList list, long version, int cards, Optional<OffsetDateTime> changedAt) {}

    /// @param atIssue whether a card that is issued goes on the allow list by itself (`M-077`)
    record CardLists(boolean atIssue, List<CardListItem> items) {}

    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/card-lists")
    CardLists listCardLists() {
        var zone = settings.current().zone();
        return new CardLists(
                parameters.current().allowListAtIssue(),
                tables.lists().read().stream()
                        .map(row ->
                                new CardListItem(
                                        row.list(),
                                        row.version(),
                                        row.cards(),
                                        row.changedAt()
                                                .map(at -> at.atZone(zone).toOffsetDateTime())))
                        .toList());
    }

    /// @param allowed whether it is on the allow list: it works at terminals that are offline
    /// @param wished whether it is to be there as soon as it is good
    /// @param blocked whether it is on the block list
    record ListedCard(String uid, int issueId, boolean allowed, boolean wished, boolean blocked) {}

    record ListedCards(List<ListedCard> cards) {}

    /// Tells on which lists a person's cards are.
    @Needs(Permission.SEE_PEOPLE)
    @GetMapping("/people/{id}/card-lists")
    ListedCards readCardLists(@PathVariable @Positive int id) {
        var issues = cards.latestOf(List.of(new PersonId(id)));
        var uids = issues.stream().map(CardIssue::uid).toList();
        var wishes = tables.wishes().read(issues.stream().map(CardIssue::id).toList());
        var allowed = tables.entries().listed(CardList.ALLOW, uids);
        var blocked = tables.entries().listed(CardList.BLOCK, uids);
        return new ListedCards(
                issues.stream()
                        .map(issue ->
                                new ListedCard(
                                        issue.uid().hex(),
                                        issue.id(),
                                        allowed.contains(issue.uid()),
                                        wishes.getOrDefault(issue.id(), false),
                                        blocked.contains(issue.uid())))
                        .toList());
    }

    record AllowListChange(
            @NotNull @Size(min = 1, max = PEOPLE_MAX) List<@Positive Integer> personIds,
            boolean listed) {}

    /// Puts the cards of some people on the allow list, or takes them off.
    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/allow-list")
    AllowListDesk.Done changeAllowList(@Valid @RequestBody AllowListChange body) {
        return desk.put(body.personIds().stream().map(PersonId::new).toList(), body.listed());
    }
}

package onecard.platform.terminals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The register of card issuers, and what desks tell of theirs.
@RestController
@RequestMapping("/api/v1/card-issuers")
class CardIssuersController {
    private final CardIssuers issuers;
    private final InstantSource clock;

    CardIssuersController(CardIssuers issuers, InstantSource clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /// @param no 0 to 99, shown with two digits
    /// @param reader the name of the reader that was last told of
    /// @param bridge version of the desk bridge that lends it
    /// @param revision what to send as `If-Match` when changing it
    record CardIssuerItem(
            int no,
            String name,
            CardIssuer.Purpose purpose,
            String model,
            CardIssuer.Link link,
            CardIssuer.Place place,
            IssuerSign.State state,
            Optional<Instant> lastHeardAt,
            Optional<String> reader,
            Optional<String> bridge,
            long revision) {}

    record NewCardIssuerBody(int no, @NotNull String name, @NotNull String model) {}

    record CardIssuerChange(Optional<String> name, Optional<String> model) {}

    /// @param reader how the reader is, in the desk bridge's words
    record IssuerSignBody(
            @NotNull IssuerSign.Reader reader, Optional<String> name, Optional<String> bridge) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    Page<CardIssuerItem> listCardIssuers(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        List<CardIssuers.Found> rows = issuers.after(after.orElse(-1), most + 1);
        return Page.cut(rows, most, row -> Integer.toString(row.issuer().no().value()))
                .map(this::item);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping
    ResponseEntity<CardIssuerItem> registerCardIssuer(@Valid @RequestBody NewCardIssuerBody body) {
        if (!IssuerNo.exists(body.no())) {
            throw Problem.field("no", "error.between", Map.of("from", 0, "to", IssuerNo.MAX));
        }
        var issuer =
                new CardIssuer(
                        new IssuerNo(body.no()),
                        body.name().strip(),
                        body.model().strip(),
                        CardIssuer.Link.USB,
                        CardIssuer.Place.SETTLEMENT_CENTRE);
        return answer(HttpStatus.CREATED, issuers.register(issuer));
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PatchMapping("/{no}")
    ResponseEntity<CardIssuerItem> changeCardIssuer(
            @PathVariable int no,
            @RequestHeader("If-Match") Revision revision,
            @RequestBody CardIssuerChange body) {
        return answer(
                HttpStatus.OK,
                issuers.change(
                        IssuerNo.named(no),
                        revision,
                        body.name().map(String::strip),
                        body.model().map(String::strip)));
    }

    @Needs(Permission.EDIT_TERMINALS)
    @DeleteMapping("/{no}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeCardIssuer(@PathVariable int no) {
        issuers.remove(IssuerNo.named(no));
    }

    /// Takes what the console of a desk tells of the reader it borrows.
    @Needs(Permission.HANDLE_CARDS)
    @PostMapping("/{no}/sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tellCardIssuer(@PathVariable int no, @Valid @RequestBody IssuerSignBody body) {
        mustBeShort("name", body.name(), IssuerSign.NAME_MAX);
        mustBeShort("bridge", body.bridge(), IssuerSign.BRIDGE_MAX);
        issuers.heard(IssuerNo.named(no), body.reader(), body.name(), body.bridge());
    }

    private static void mustBeShort(String field, Optional<String> text, int most) {
        boolean fits =
                text.filter(said ->
                                said.length() > most
                                        || said.chars().anyMatch(Character::isISOControl))
                        .isEmpty();
        if (!fits) {
            throw Problem.field(field, "error.terminals.name", Map.of("max", most));
        }
    }

    private ResponseEntity<CardIssuerItem> answer(HttpStatus status, CardIssuers.Found found) {
        return ResponseEntity.status(status)
                .eTag(new Revision(found.version()).etag())
                .body(item(found));
    }

    private CardIssuerItem item(CardIssuers.Found found) {
        CardIssuer issuer = found.issuer();
        return new CardIssuerItem(
                issuer.no().value(),
                issuer.name(),
                CardIssuer.Purpose.ISSUER,
                issuer.model(),
                issuer.link(),
                issuer.place(),
                IssuerSign.state(found.sign(), clock.instant()),
                found.sign().map(IssuerSign::heardAt),
                found.sign().flatMap(IssuerSign::name),
                found.sign().flatMap(IssuerSign::bridge),
                found.version());
    }
}

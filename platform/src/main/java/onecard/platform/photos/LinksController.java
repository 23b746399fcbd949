package onecard.platform.photos;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.Standing;
import onecard.platform.system.Needs;
import onecard.platform.system.Open;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One-time links, made by the clerk, opened on a phone by somebody who is nobody here. The secret
/// travels in a header, never in an address, and a photo as the body itself, so that it is bounded
/// before anything of it is kept.
@RestController
class LinksController {
    private static final String SECRET = "X-Photo-Link";
    private static final int HOURS_MAX = 7 * 24;
    private static final int ORIGIN_MAX = 200;

    private final Links links;
    private final LinkedStore store;
    private final Photos photos;
    private final PhotoWords words;
    private final People people;
    private final Settings settings;
    private final Clock clock;

    LinksController(
            Links links,
            LinkedStore store,
            Photos photos,
            PhotoWords words,
            People people,
            Settings settings,
            Clock clock) {
        this.links = links;
        this.store = store;
        this.photos = photos;
        this.words = words;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param origin where the console is, as phones reach it
    /// @param hours how long the link is good
    record PhotoLinkBody(
            @NotNull @Size(max = ORIGIN_MAX) @Pattern(regexp = "https?://[^/\\s?#]+") String origin,
            @Min(1) @Max(HOURS_MAX) int hours) {}

    /// @param url with the secret; shown once
    /// @param qr the same as a picture
    record PhotoLinkItem(String url, QrPath qr, OffsetDateTime expiresAt) {}

    /// What a link opens.
    ///
    /// @param name of the person, its middle hidden
    /// @param consentNeeded whether somebody must agree first
    record PhotoLinkPage(
            String name,
            String unitName,
            OffsetDateTime expiresAt,
            boolean consentNeeded,
            String consentText) {}

    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping("/api/v1/people/{id}/photo-link")
    @ResponseStatus(HttpStatus.CREATED)
    PhotoLinkItem makePhotoLink(
            @PathVariable @Positive int id, @Valid @RequestBody PhotoLinkBody body) {
        var made = links.make(new PersonId(id), Duration.ofHours(body.hours()));
        var url = body.origin() + "/phone-photo#" + made.secret();
        return new PhotoLinkItem(
                url,
                QrPath.of(url),
                made.expiresAt().atZone(settings.current().zone()).toOffsetDateTime());
    }

    @Needs(Permission.EDIT_PHOTOS)
    @DeleteMapping("/api/v1/people/{id}/photo-link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callBackPhotoLink(@PathVariable @Positive int id) {
        links.callBack(new PersonId(id));
    }

    @Open
    @PostMapping("/api/v1/photo-link/open")
    PhotoLinkPage openPhotoLink(
            @RequestHeader(SECRET) @Size(max = 100) String secret, HttpServletRequest request) {
        var link = links.open(secret, request.getRemoteAddr());
        var site = settings.current();
        return new PhotoLinkPage(
                Optional.ofNullable(people.standing(List.of(link.person())).get(link.person()))
                        .map(Standing::maskedName)
                        .orElse(""),
                site.unitName(),
                link.expiresAt().atZone(site.zone()).toOffsetDateTime(),
                photos.consent(link.person()).isEmpty(),
                words.consentText());
    }

    @Open
    @PostMapping(path = "/api/v1/photo-link/check", consumes = MediaType.IMAGE_JPEG_VALUE)
    PhotoWords.PhotoCheckItem checkLinkedPhoto(
            @RequestHeader(SECRET) @Size(max = 100) String secret,
            @RequestBody byte[] file,
            HttpServletRequest request) {
        return words.check(links.check(secret, request.getRemoteAddr(), file));
    }

    /// @param givenBy who agrees; needed where nobody did yet
    @Open
    @PutMapping(path = "/api/v1/photo-link/photo", consumes = MediaType.IMAGE_JPEG_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void storeLinkedPhoto(
            @RequestHeader(SECRET) @Size(max = 100) String secret,
            @RequestParam Optional<Consent.Giver> givenBy,
            @RequestParam Optional<@Size(max = Consent.GUARDIAN_MAX) String> guardian,
            @RequestBody byte[] file,
            HttpServletRequest request) {
        var agreed =
                givenBy.map(giver ->
                        new Consent(
                                giver,
                                PhotosController.named(guardian),
                                Consent.Way.PHONE,
                                Consent.TEXT_VERSION,
                                clock.instant(),
                                ""));
        links.take(secret, request.getRemoteAddr(), file, agreed, store);
    }
}

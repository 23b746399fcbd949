package onecard.platform.photos;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import onecard.platform.system.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The photo of one person (`M-135`), and the consent it stands on.
@RestController
@RequestMapping("/api/v1/people/{id}")
class PhotosController {
    private final Photos photos;
    private final PhotoDesk desk;
    private final PhotoWords words;
    private final Settings settings;

    PhotosController(Photos photos, PhotoDesk desk, PhotoWords words, Settings settings) {
        this.photos = photos;
        this.desk = desk;
        this.words = words;
        this.settings = settings;
    }

    /// A consent in force.
    ///
    /// @param notedBy absent: it came from the person's phone
    record PhotoConsentItem(
            Consent.Giver givenBy,
            Optional<String> guardian,
            Consent.Way way,
            OffsetDateTime givenAt,
            Optional<String> notedBy) {}

    /// A portrait, without its picture.
    ///
    /// @param acceptedBy who accepted it although it did not pass; absent: it passed
    /// @param storedBy absent: it came from the person's phone
    record PhotoItem(
            long version,
            int bytes,
            int width,
            int height,
            Source source,
            List<PhotoWords.PhotoFlaw> flaws,
            Optional<String> acceptedBy,
            OffsetDateTime storedAt,
            Optional<String> storedBy) {}

    /// What there is of a person.
    record PhotoRecord(
            Optional<PhotoItem> photo, Optional<PhotoConsentItem> consent, String consentText) {}

    /// @param guardian the guardian's name, if one agreed
    record PhotoConsentBody(
            @NotNull Consent.Giver givenBy,
            Optional<@Size(min = 1, max = Consent.GUARDIAN_MAX) String> guardian,
            @NotNull Consent.Way way) {}

    @Needs(Permission.SEE_PHOTOS)
    @GetMapping("/photo-record")
    PhotoRecord readPhotoRecord(@PathVariable @Positive int id) {
        var person = photos.person(new PersonId(id)).id();
        return new PhotoRecord(
                photos.portrait(person).map(this::item),
                photos.consent(person).map(this::item),
                words.consentText());
    }

    @Needs(Permission.SEE_PHOTOS)
    @GetMapping(path = "/photo", produces = MediaType.IMAGE_JPEG_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The portrait",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_JPEG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> readPhoto(@PathVariable @Positive int id) {
        var opened = photos.look(new PersonId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .eTag(new Revision(opened.stored().version()).etag())
                .body(opened.jpeg());
    }

    /// Says what would become of a photo, and stores nothing.
    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping(path = "/photo/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PhotoWords.PhotoCheckItem checkPhoto(
            @PathVariable @Positive int id, @RequestPart MultipartFile file) throws IOException {
        var _ = photos.person(new PersonId(id));
        return words.check(desk.check(file.getBytes()));
    }

    @Needs(Permission.EDIT_PHOTOS)
    @PutMapping(path = "/photo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PhotoRecord storePhoto(
            @PathVariable @Positive int id,
            @RequestParam Optional<Source> source,
            @RequestParam Optional<Boolean> anyway,
            @RequestPart MultipartFile file)
            throws IOException {
        desk.store(
                new PersonId(id),
                file.getBytes(),
                source.filter(from -> from == Source.CAMERA).orElse(Source.FILE),
                anyway.orElse(false));
        return readPhotoRecord(id);
    }

    @Needs(Permission.EDIT_PHOTOS)
    @DeleteMapping("/photo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePhoto(@PathVariable @Positive int id) {
        photos.remove(new PersonId(id));
    }

    @Needs(Permission.EDIT_PHOTOS)
    @PutMapping("/photo-consent")
    PhotoRecord giveConsent(
            @PathVariable @Positive int id, @Valid @RequestBody PhotoConsentBody body) {
        if (body.way() == Consent.Way.PHONE) {
            throw Problem.field("way", "error.photos.way");
        }
        photos.agree(new PersonId(id), body.givenBy(), named(body.guardian()), body.way());
        return readPhotoRecord(id);
    }

    /// A guardian's name, if it says one.
    static Optional<String> named(Optional<String> typed) {
        return typed.map(name -> name.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip())
                .filter(name -> !name.isEmpty());
    }

    @Needs(Permission.EDIT_PHOTOS)
    @DeleteMapping("/photo-consent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawConsent(@PathVariable @Positive int id) {
        photos.withdraw(new PersonId(id));
    }

    private PhotoItem item(StoredPortrait stored) {
        return new PhotoItem(
                stored.version(),
                stored.bytes(),
                stored.width(),
                stored.height(),
                stored.source(),
                words.said(stored.flaws()),
                stored.acceptedBy(),
                stored.storedAt().atZone(settings.current().zone()).toOffsetDateTime(),
                Optional.of(stored.storedBy()).filter(name -> !name.isEmpty()));
    }

    private PhotoConsentItem item(Consent consent) {
        return new PhotoConsentItem(
                consent.givenBy(),
                consent.guardian(),
                consent.way(),
                consent.givenAt().atZone(settings.current().zone()).toOffsetDateTime(),
                Optional.of(consent.notedBy()).filter(name -> !name.isEmpty()));
    }
}

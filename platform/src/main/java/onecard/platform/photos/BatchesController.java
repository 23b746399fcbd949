package onecard.platform.photos;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.People;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Many photos at once, and the portraits back as a zip file.
@RestController
@RequestMapping("/api/v1/photo-batches")
class BatchesController {
    private static final String ZIP = "application/zip";
    private static final int PICTURES_MAX = 50;

    private final Batches batches;
    private final BatchTable table;
    private final BatchItemTable items;
    private final BatchFiling filing;
    private final Crops crops;
    private final PhotoWords words;
    private final People people;
    private final Settings settings;

    BatchesController(
            Batches batches,
            BatchTable table,
            BatchItemTable items,
            BatchFiling filing,
            Crops crops,
            PhotoWords words,
            People people,
            Settings settings) {
        this.batches = batches;
        this.table = table;
        this.items = items;
        this.filing = filing;
        this.crops = crops;
        this.words = words;
        this.people = people;
        this.settings = settings;
    }

    record PhotoBatchName(@NotNull @Size(max = 1_000) String fileName) {}

    /// @param files how many photos were counted; 0: unknown
    /// @param consents who signed the papers on file for everybody in it
    record PhotoBatchStart(@PositiveOrZero int files, Optional<Consent.Giver> consents) {}

    record PhotoPositions(
            @NotNull @NotEmpty @Size(max = 500) List<@NotNull @Positive Integer> positions) {}

    record PhotoOutcomeCount(BatchItem.Outcome outcome, int files) {}

    /// A batch.
    ///
    /// @param nextPart which part of the upload comes next, from 0
    record PhotoBatchItem(
            int id,
            String fileName,
            OffsetDateTime madeAt,
            String madeBy,
            int nextPart,
            int files,
            Optional<Consent.Giver> consents,
            Optional<Integer> jobId,
            Optional<OffsetDateTime> doneAt,
            List<PhotoOutcomeCount> outcomes) {}

    /// What became of a file.
    ///
    /// @param picture the portrait that was not stored, as JPEG in Base64
    record PhotoBatchFile(
            int position,
            String fileName,
            Optional<Integer> personId,
            Optional<String> personName,
            BatchItem.Outcome outcome,
            List<PhotoWords.PhotoFlaw> flaws,
            Optional<String> picture) {}

    record PhotoJob(int jobId) {}

    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PhotoBatchItem openPhotoBatch(@Valid @RequestBody PhotoBatchName body) {
        return item(batches.open(body.fileName()));
    }

    @Needs(Permission.EDIT_PHOTOS)
    @GetMapping
    Page<PhotoBatchItem> listPhotoBatches(
            @RequestParam Optional<Integer> after, @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        return Page.cut(
                        table.list(after.orElse(Integer.MAX_VALUE), most + 1),
                        most,
                        one -> Integer.toString(one.id()))
                .map(this::item);
    }

    @Needs(Permission.EDIT_PHOTOS)
    @GetMapping("/{id}")
    PhotoBatchItem readPhotoBatch(@PathVariable @Positive int id) {
        return item(batches.batch(id));
    }

    /// Takes in a part of the zip file, in order.
    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping(path = "/{id}/parts/{no}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PhotoBatchItem uploadPhotoPart(
            @PathVariable @Positive int id,
            @PathVariable @Min(0) int no,
            @RequestPart MultipartFile file)
            throws IOException {
        return item(batches.part(id, no, file.getBytes()));
    }

    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PhotoJob startPhotoBatch(
            @PathVariable @Positive int id, @Valid @RequestBody PhotoBatchStart body) {
        return new PhotoJob(batches.begin(id, body.files(), body.consents()).id());
    }

    /// What became of each file; those that were not stored, unless all are asked for.
    @Needs(Permission.EDIT_PHOTOS)
    @GetMapping("/{id}/files")
    Page<PhotoBatchFile> listPhotoFiles(
            @PathVariable @Positive int id,
            @RequestParam Optional<Boolean> all,
            @RequestParam Optional<Integer> after,
            @RequestParam Optional<Integer> limit) {
        int most = Math.min(Page.limit(limit), PICTURES_MAX);
        var shown = filing.look(id, all.orElse(false), after.orElse(0), most + 1);
        return Page.cut(shown, most, one -> Integer.toString(one.item().position()))
                .map(this::file);
    }

    @Needs(Permission.ACCEPT_PHOTOS)
    @PostMapping("/{id}/accept")
    PhotoBatchItem acceptPhotos(
            @PathVariable @Positive int id, @Valid @RequestBody PhotoPositions body) {
        filing.accept(id, body.positions());
        return readPhotoBatch(id);
    }

    /// The portraits of a batch, in a folder `cut`, named by person numbers (`M-134`).
    @Needs(Permission.EDIT_PHOTOS)
    @GetMapping(path = "/{id}/cut.zip", produces = ZIP)
    @ApiResponse(
            responseCode = "200",
            description = "The portraits of the batch",
            content =
                    @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void downloadBatchCrops(@PathVariable @Positive int id, HttpServletResponse response)
            throws IOException {
        var _ = batches.batch(id);
        send(Optional.of(id), response);
    }

    /// The portraits of everybody, in a folder `cut`, named by person numbers.
    @Needs(Permission.EDIT_PHOTOS)
    @GetMapping(path = "/cut.zip", produces = ZIP)
    @ApiResponse(
            responseCode = "200",
            description = "The portraits of everybody",
            content =
                    @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void downloadCrops(HttpServletResponse response) throws IOException {
        send(Optional.empty(), response);
    }

    private void send(Optional<Integer> batch, HttpServletResponse response) throws IOException {
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("cut.zip").build().toString());
        crops.write(batch, response.getOutputStream());
    }

    private PhotoBatchFile file(BatchFiling.Shown shown) {
        var item = shown.item();
        var person = item.person().flatMap(people::find);
        return new PhotoBatchFile(
                item.position(),
                item.fileName(),
                person.map(one -> one.id().value()),
                person.map(one -> one.name()),
                item.outcome(),
                words.said(item.flaws()),
                shown.picture().flatMap(PhotoWords::base64));
    }

    private PhotoBatchItem item(Batch batch) {
        var zone = settings.current().zone();
        var outcomes = new ArrayList<PhotoOutcomeCount>();
        items.counts(batch.id())
                .forEach((outcome, files) -> outcomes.add(new PhotoOutcomeCount(outcome, files)));
        return new PhotoBatchItem(
                batch.id(),
                batch.fileName(),
                batch.madeAt().atZone(zone).toOffsetDateTime(),
                batch.madeBy(),
                batch.parts(),
                batch.files(),
                batch.consents(),
                batch.job(),
                batch.doneAt().map(at -> at.atZone(zone).toOffsetDateTime()),
                outcomes);
    }
}

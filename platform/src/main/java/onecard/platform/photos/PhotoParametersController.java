package onecard.platform.photos;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/// The parameters of photos.
@RestController
@RequestMapping("/api/v1/photo-parameters")
class PhotoParametersController {
    private final LeaverPhotos leavers;

    PhotoParametersController(LeaverPhotos leavers) {
        this.leavers = leavers;
    }

    /// @param leaverDays how many days after somebody left the portrait goes
    record PhotoParametersBody(@Min(0) @Max(PhotoParameters.LEAVER_DAYS_MAX) int leaverDays) {}

    /// @param revision what to send as `If-Match` when changing it
    record PhotoParametersItem(int leaverDays, long revision) {}

    @Needs(Permission.SEE_PHOTOS)
    @GetMapping
    ResponseEntity<PhotoParametersItem> readPhotoParameters() {
        return answer(leavers.parameters());
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PutMapping
    ResponseEntity<PhotoParametersItem> changePhotoParameters(
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody PhotoParametersBody body) {
        return answer(leavers.change(body.leaverDays(), revision));
    }

    private static ResponseEntity<PhotoParametersItem> answer(PhotoParameters now) {
        return ResponseEntity.ok()
                .eTag(new Revision(now.version()).etag())
                .body(new PhotoParametersItem(now.leaverDays(), now.version()));
    }
}

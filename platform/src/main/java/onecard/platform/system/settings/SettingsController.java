package onecard.platform.system.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.PurseOrder;
import onecard.platform.system.Revision;
import onecard.platform.system.SiteSettings;
import onecard.platform.system.Wording;
import onecard.vocabulary.Money;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The settings of the site (系统参数).
@RestController
@RequestMapping("/api/v1/settings")
class SettingsController {
    private final SiteSettingsDesk desk;
    private final SettingsSnapshot snapshot;

    SettingsController(SiteSettingsDesk desk, SettingsSnapshot snapshot) {
        this.desk = desk;
        this.snapshot = snapshot;
    }

    record SettingsItem(
            String unitName,
            Wording wording,
            String zone,
            String dayStart,
            PurseOrder purseOrder,
            long repeatIntervalSeconds,
            boolean repeatFreeModeExempt,
            long maxBalanceCents,
            MaxBalanceOf maxBalanceOf,
            boolean antiNfc,
            long cashierVoidSeconds,
            boolean otherInstrumentsSurviveLoss,
            long undoSeconds,
            long sessionIdleSeconds,
            long revision) {

        static SettingsItem of(SiteSettingTable.Row row) {
            SiteSettings site = row.settings();
            return new SettingsItem(
                    site.unitName(),
                    site.wording(),
                    site.zone().getId(),
                    site.dayStart().toString(),
                    site.purseOrder(),
                    site.repeatInterval().toSeconds(),
                    site.repeatFreeModeExempt(),
                    site.maxBalance().cents(),
                    site.maxBalanceOf(),
                    site.antiNfc(),
                    site.cashierVoidWindow().toSeconds(),
                    site.otherInstrumentsSurviveLoss(),
                    site.undoWindow().toSeconds(),
                    site.sessionIdle().toSeconds(),
                    row.version());
        }
    }

    /// What is to be different; what is absent stays.
    record SettingsEdit(
            Optional<@Size(min = 1, max = SiteSettings.UNIT_NAME_MAX) String> unitName,
            Optional<Wording> wording,
            Optional<String> zone,
            Optional<LocalTime> dayStart,
            Optional<PurseOrder> purseOrder,
            Optional<@Min(0) @Max(5_940) Long> repeatIntervalSeconds,
            Optional<Boolean> repeatFreeModeExempt,
            Optional<@Min(1) @Max(100_000_000) Long> maxBalanceCents,
            Optional<MaxBalanceOf> maxBalanceOf,
            Optional<Boolean> antiNfc,
            Optional<@Min(0) @Max(86_400) Long> cashierVoidSeconds,
            Optional<Boolean> otherInstrumentsSurviveLoss,
            Optional<@Min(0) @Max(86_400) Long> undoSeconds,
            Optional<@Min(60) @Max(28_800) Long> sessionIdleSeconds) {

        SiteSettings appliedTo(SiteSettings site) {
            return new SiteSettings(
                    unitName.map(SettingsController::name).orElse(site.unitName()),
                    wording.orElse(site.wording()),
                    zone.map(SettingsController::zone).orElse(site.zone()),
                    dayStart.orElse(site.dayStart()),
                    purseOrder.orElse(site.purseOrder()),
                    seconds(repeatIntervalSeconds, site.repeatInterval()),
                    repeatFreeModeExempt.orElse(site.repeatFreeModeExempt()),
                    maxBalanceCents.map(Money::ofCents).orElse(site.maxBalance()),
                    maxBalanceOf.orElse(site.maxBalanceOf()),
                    antiNfc.orElse(site.antiNfc()),
                    seconds(cashierVoidSeconds, site.cashierVoidWindow()),
                    otherInstrumentsSurviveLoss.orElse(site.otherInstrumentsSurviveLoss()),
                    seconds(undoSeconds, site.undoWindow()),
                    seconds(sessionIdleSeconds, site.sessionIdle()));
        }
    }

    @Needs(Permission.SEE_SETTINGS)
    @GetMapping
    ResponseEntity<SettingsItem> readSettings() {
        return answer(snapshot.current());
    }

    @Needs(Permission.EDIT_SETTINGS)
    @PatchMapping
    ResponseEntity<SettingsItem> changeSettings(
            @RequestHeader("If-Match") Revision revision, @Valid @RequestBody SettingsEdit edit) {
        return answer(desk.edit(revision, edit::appliedTo));
    }

    private static ResponseEntity<SettingsItem> answer(SiteSettingTable.Row row) {
        return ResponseEntity.ok()
                .eTag(new Revision(row.version()).etag())
                .body(SettingsItem.of(row));
    }

    private static Duration seconds(Optional<Long> asked, Duration now) {
        return asked.map(Duration::ofSeconds).orElse(now);
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw Problem.field("unitName", "error.unit-name");
        }
        return name;
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            throw Problem.field("zone", "error.zone");
        }
    }
}

package onecard.platform.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.Archive;
import onecard.platform.people.Leaver;
import onecard.platform.people.LeaverSearch;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Nobody who left keeps a face here for long: some days after the leaving, portrait and consent
/// end and the key is destroyed. It runs before the night's destroying of keys, looks at everybody
/// in the archive anew and so can be broken off anywhere.
@Service
class LeaverPhotos implements DailyJob {
    private static final Logger LOG = LoggerFactory.getLogger(LeaverPhotos.class);
    private static final int AT_ONCE = 500;

    private final PhotoParameterTable parameters;
    private final PortraitTable portraits;
    private final ConsentTable consents;
    private final Photos photos;
    private final Archive archive;
    private final AuditTrail audit;
    private final Clock clock;

    LeaverPhotos(
            PhotoParameterTable parameters,
            PortraitTable portraits,
            ConsentTable consents,
            Photos photos,
            Archive archive,
            AuditTrail audit,
            Clock clock) {
        this.parameters = parameters;
        this.portraits = portraits;
        this.consents = consents;
        this.photos = photos;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
    }

    PhotoParameters parameters() {
        return parameters.read();
    }

    @Transactional
    public PhotoParameters change(int leaverDays, Revision seen) {
        var before = parameters.lock();
        seen.mustBe(before.version());
        if (before.leaverDays() == leaverDays) {
            return before;
        }
        parameters.write(leaverDays);
        audit.record(
                "photos.parameters-changed",
                "photo parameters",
                Map.of("leaverDays", leaverDays, "leaverDaysBefore", before.leaverDays()));
        return new PhotoParameters(leaverDays, before.version() + 1);
    }

    @Override
    public String name() {
        return "erase-photos-of-leavers";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 0);
    }

    @Override
    public void run(LocalDate day) {
        Instant until = clock.instant().minus(Duration.ofDays(parameters.read().leaverDays()));
        Optional<Leaver.Place> after = Optional.empty();
        int erased = 0;
        List<Leaver> page;
        do {
            page = archive.list(new LeaverSearch("", Instant.EPOCH, until, after, AT_ONCE));
            for (PersonId person : shown(page)) {
                erased += photos.forgetLeaver(person, until) ? 1 : 0;
            }
            if (!page.isEmpty()) {
                Leaver last = page.getLast();
                after = Optional.of(new Leaver.Place(last.leftAt(), last.person().id().value()));
            }
        } while (page.size() == AT_ONCE);
        LOG.info("photos-of-leavers-erased day={} people={}", day, erased);
    }

    /// Who of them still has a portrait or a consent.
    private List<PersonId> shown(List<Leaver> leavers) {
        var ids = leavers.stream().map(each -> each.person().id()).toList();
        var shown = new ArrayList<>(portraits.of(ids));
        consents.of(ids).stream().filter(each -> !shown.contains(each)).forEach(shown::add);
        return shown;
    }
}

package onecard.platform.photos;

import java.time.Clock;
import java.util.Optional;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Uses a link up and stores its photo, both or neither.
@Component
class LinkedStore {
    private final LinkTable table;
    private final Photos photos;
    private final Clock clock;

    LinkedStore(LinkTable table, Photos photos, Clock clock) {
        this.table = table;
        this.photos = photos;
        this.clock = clock;
    }

    @Transactional
    public void store(Link link, Photos.Filing filing, Optional<Consent> agreed) {
        if (!table.use(link.id(), clock.instant())) {
            throw Problem.of(PhotoProblems.LINK_OVER);
        }
        agreed.ifPresent(consent -> photos.agree(link.person(), consent));
        photos.store(link.person(), filing);
    }
}

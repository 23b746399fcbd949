package onecard.platform.faces;

import java.util.List;
import java.util.Map;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What operators order: push people to terminals, take them off, clear terminals, try again.
@Service
class PushDesk {
    /// What is typed before terminals are cleared (`M-222`).
    static final String CLEAR_CODE = "888888";

    /// People at most in one order; more are chosen by "gets everybody".
    static final int PEOPLE_MAX = 5_000;

    /// Lines at most that are tried again at once.
    static final int AGAIN_MAX = 500;

    private final DeviceTable devices;
    private final ChosenPersonTable choices;
    private final PushTable pushes;
    private final PlaceTable places;
    private final Orders orders;
    private final People people;
    private final AuditTrail audit;

    PushDesk(
            DeviceTable devices,
            ChosenPersonTable choices,
            PushTable pushes,
            PlaceTable places,
            Orders orders,
            People people,
            AuditTrail audit) {
        this.devices = devices;
        this.choices = choices;
        this.pushes = pushes;
        this.places = places;
        this.orders = orders;
        this.people = people;
        this.audit = audit;
    }

    /// Has terminals get people, or lose them. Who has no photo yet is pushed when there is one.
    @Transactional
    public void choose(List<DeviceId> terminals, List<PersonId> chosen, boolean there) {
        if (chosen.size() > PEOPLE_MAX) {
            throw Problem.field("people", "error.faces.people", Map.of("max", PEOPLE_MAX));
        }
        if (people.find(chosen).size() < chosen.stream().distinct().count()) {
            throw Problem.field("people", "error.faces.no-such-person");
        }
        for (Device device : locked(terminals)) {
            if (there) {
                choices.add(device.id(), chosen);
            } else {
                choices.remove(device.id(), chosen);
            }
            orders.fill(device.id());
            audit.record(
                    there ? "faces.people-pushed" : "faces.people-removed",
                    FaceDesk.subject(device.serial(), device.name()),
                    Map.of("people", chosen.size()));
        }
    }

    /// Has terminals forget everybody; a wrong code clears nothing.
    @Transactional
    public void clear(List<DeviceId> terminals, String code) {
        if (!code.equals(CLEAR_CODE)) {
            throw Problem.field("code", "error.faces.code", Map.of("code", CLEAR_CODE));
        }
        for (Device device : locked(terminals)) {
            orders.clear(device.id());
            audit.record(
                    "faces.device-cleared",
                    FaceDesk.subject(device.serial(), device.name()),
                    Map.of());
        }
    }

    /// Tries again what failed, unless something newer took its place.
    ///
    /// @return how many are tried again
    @Transactional
    public int again(DeviceId id, List<Long> failed) {
        if (failed.size() > AGAIN_MAX) {
            throw Problem.field("pushes", "error.faces.again", Map.of("max", AGAIN_MAX));
        }
        Device device = lock(id);
        List<Long> last = places.of(id).stream().map(Place::push).toList();
        List<Long> again =
                pushes.some(id, failed).stream()
                        .filter(push -> push.state().isFailed() && last.contains(push.id()))
                        .map(Push::id)
                        .toList();
        pushes.anew(again);
        audit.record(
                "faces.tried-again",
                FaceDesk.subject(device.serial(), device.name()),
                Map.of("lines", again.size()));
        return again.size();
    }

    /// Locks terminals in the order of their ids.
    private List<Device> locked(List<DeviceId> terminals) {
        if (terminals.isEmpty()) {
            throw Problem.field("devices", "error.faces.no-device");
        }
        return terminals.stream()
                .distinct()
                .sorted((one, other) -> Integer.compare(one.value(), other.value()))
                .map(this::lock)
                .toList();
    }

    private Device lock(DeviceId id) {
        return devices.lock(id).orElseThrow(() -> Problem.notFound("device", id.value()));
    }
}

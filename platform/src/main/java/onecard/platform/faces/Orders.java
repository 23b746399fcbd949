package onecard.platform.faces;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.faces.Push.State;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.photos.FacePictures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Orders what is missing at a terminal: whoever has a photo on a consent and shall be there, and
/// nobody else. It compares what shall be with what is, so nothing is lost when it is broken off.
@Service
class Orders {
    private final DeviceTable devices;
    private final ChosenPersonTable choices;
    private final PlaceTable places;
    private final PushTable pushes;
    private final FacePictures pictures;
    private final People people;
    private final Clock clock;

    Orders(
            DeviceTable devices,
            ChosenPersonTable choices,
            PlaceTable places,
            PushTable pushes,
            FacePictures pictures,
            People people,
            Clock clock) {
        this.devices = devices;
        this.choices = choices;
        this.places = places;
        this.pushes = pushes;
        this.pictures = pictures;
        this.people = people;
        this.clock = clock;
    }

    /// Orders what is missing at one terminal. While it is being cleared, nothing.
    @Transactional
    public void fill(DeviceId id) {
        Optional<Device> found = devices.lock(id);
        if (found.isEmpty() || pushes.clearing(id)) {
            return;
        }
        Instant now = clock.instant();
        List<Place> there = places.of(id);
        Map<PersonId, Place> known = new HashMap<>();
        there.forEach(place -> known.put(place.person(), place));
        Plan plan = Plan.of(wanted(found.get()), there);
        put(id, List.copyOf(plan.put().entrySet()), known, now);
        remove(id, plan.gone(), now);
    }

    private Map<PersonId, Place.Face> wanted(Device device) {
        Map<PersonId, Long> portraits = pictures.versions();
        Set<PersonId> meant = new HashSet<>(portraits.keySet());
        if (!device.everybody()) {
            meant.retainAll(choices.of(device.id()));
        }
        Map<PersonId, Place.Face> wanted = new HashMap<>();
        for (Person person : people.find(meant).values()) {
            Long portrait = portraits.get(person.id());
            if (portrait != null && person.leftAt().isEmpty()) {
                wanted.put(
                        person.id(), new Place.Face(person.faceEnrolNo(), person.name(), portrait));
            }
        }
        return wanted;
    }

    private void put(
            DeviceId id,
            List<Map.Entry<PersonId, Place.Face>> people,
            Map<PersonId, Place> known,
            Instant now) {
        if (people.isEmpty()) {
            return;
        }
        overtake(
                id,
                people.stream()
                        .flatMap(each -> Optional.ofNullable(known.get(each.getKey())).stream())
                        .toList(),
                now);
        List<PushTable.Order> orders = new ArrayList<>();
        people.forEach(each ->
                orders.add(new PushTable.Order(Optional.of(each.getKey()), each.getValue())));
        places.put(id, people, pushes.add(id, Push.Kind.PUSH, orders, now));
    }

    private void remove(DeviceId id, List<Place> gone, Instant now) {
        if (gone.isEmpty()) {
            return;
        }
        overtake(id, gone, now);
        List<PushTable.Order> orders =
                gone.stream()
                        .map(place ->
                                new PushTable.Order(
                                        Optional.of(place.person()),
                                        new Place.Face(place.face().pin(), place.face().name(), 0)))
                        .toList();
        places.go(
                id,
                gone.stream().map(Place::person).toList(),
                pushes.add(id, Push.Kind.REMOVE, orders, now));
    }

    private void overtake(DeviceId id, List<Place> of, Instant now) {
        List<Long> open =
                pushes.some(id, of.stream().map(Place::push).toList()).stream()
                        .filter(push -> push.state().isOpen() && push.kind() != Push.Kind.CLEAR)
                        .map(Push::id)
                        .toList();
        pushes.end(open, State.OVERTAKEN, Optional.empty(), "", now);
    }

    /// Has a terminal forget everybody. What was under way is overtaken, and who was chosen for it
    /// is chosen no longer.
    @Transactional
    public void clear(DeviceId id) {
        devices.lock(id);
        Instant now = clock.instant();
        pushes.overtakeAll(id, now);
        choices.clear(id);
        var all = new PushTable.Order(Optional.empty(), new Place.Face("", "", 0));
        places.allGo(id, pushes.add(id, Push.Kind.CLEAR, List.of(all), now).getFirst());
    }
}

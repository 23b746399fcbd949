package onecard.platform.faces;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.faces.Push.State;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Page;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.wire.adms.FaceFault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The push journal (人脸下发流水), and what operators order. It belongs to the whole site.
@RestController
@RequestMapping("/api/v1/face-pushes")
class PushesController {
    private static final int LEAVING_MAX = 1_000;

    private final PushDesk desk;
    private final PushTable table;
    private final PlaceTable places;
    private final DeviceTable devices;
    private final People people;
    private final CurrentOperator operator;
    private final Clock clock;

    PushesController(
            PushDesk desk,
            PushTable table,
            PlaceTable places,
            DeviceTable devices,
            People people,
            CurrentOperator operator,
            Clock clock) {
        this.desk = desk;
        this.table = table;
        this.places = places;
        this.devices = devices;
        this.people = people;
        this.operator = operator;
        this.clock = clock;
    }

    /// What the journal says of a line.
    enum PushResult {
        WAITING,
        SENT,
        DONE,
        TOO_LARGE,
        QUALITY,
        /// It waits for a terminal that does not call.
        OFFLINE,
        UNSUPPORTED,
        OTHER,
        OVERTAKEN;

        static PushResult of(State state, boolean online) {
            return switch (state) {
                case WAITING -> online ? WAITING : OFFLINE;
                case SENT -> online ? SENT : OFFLINE;
                case DONE -> DONE;
                case TOO_LARGE -> TOO_LARGE;
                case QUALITY -> QUALITY;
                case UNSUPPORTED -> UNSUPPORTED;
                case OTHER -> OTHER;
                case OVERTAKEN -> OVERTAKEN;
            };
        }

        List<State> states() {
            return Stream.of(State.values())
                    .filter(state -> of(state, true) == this || of(state, false) == this)
                    .toList();
        }
    }

    /// @param attempt how often it was sent
    /// @param fault what is wrong with the face, where the terminal said so
    /// @param words the terminal's own
    record FacePushItem(
            long id,
            int device,
            String deviceName,
            Push.Kind kind,
            Optional<Integer> person,
            String pin,
            String name,
            PushResult result,
            boolean failed,
            int attempt,
            Optional<FaceFault> fault,
            String words,
            Instant madeAt,
            Optional<Instant> sentAt,
            Optional<Instant> endedAt) {}

    record ChooseBody(
            @NotNull List<Integer> devices, @NotNull List<Integer> people, boolean there) {}

    record ClearBody(@NotNull List<Integer> devices, @NotNull String code) {}

    record AgainBody(int device, @NotNull List<Long> pushes) {}

    record AgainAnswer(int again) {}

    record LeavingItem(int device, String deviceName, int person, String name, String pin) {}

    record LeavingList(List<LeavingItem> items) {}

    @Needs(Permission.SEE_PHOTOS)
    @GetMapping
    Page<FacePushItem> listFacePushes(
            @RequestParam Optional<Integer> device,
            @RequestParam Optional<Integer> person,
            @RequestParam Optional<PushResult> result,
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Integer> limit) {
        mustBeOfTheSite();
        int wanted = Page.limit(limit);
        List<Device> all = devices.all();
        List<DeviceId> online =
                all.stream().filter(each -> each.online(clock.instant())).map(Device::id).toList();
        Map<DeviceId, String> names = names(all);
        boolean waits = result.filter(PushesController::waits).isPresent();
        var search =
                new PushTable.Search(
                        after,
                        device.filter(id -> id > 0).map(DeviceId::new),
                        person.filter(id -> id > 0).map(PersonId::new),
                        result.map(PushResult::states),
                        waits ? Optional.of(online) : Optional.empty(),
                        result.filter(PushResult.OFFLINE::equals).map(_ -> online));
        return Page.cut(table.page(search, wanted + 1), wanted, row -> Long.toString(row.id()))
                .map(row -> item(row, names, online.contains(row.device())));
    }

    private static boolean waits(PushResult result) {
        return result == PushResult.WAITING || result == PushResult.SENT;
    }

    /// Pushes people to terminals, or takes them off.
    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pushFaces(@Valid @RequestBody ChooseBody body) {
        mustBeOfTheSite();
        if (body.people().stream().anyMatch(id -> id < 1)) {
            throw Problem.field("people", "error.faces.no-such-person");
        }
        desk.choose(
                ids(body.devices()),
                body.people().stream().map(PersonId::new).toList(),
                body.there());
    }

    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping("/clear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearFaces(@Valid @RequestBody ClearBody body) {
        mustBeOfTheSite();
        desk.clear(ids(body.devices()), body.code());
    }

    @Needs(Permission.EDIT_PHOTOS)
    @PostMapping("/again")
    AgainAnswer pushFacesAgain(@Valid @RequestBody AgainBody body) {
        mustBeOfTheSite();
        return new AgainAnswer(desk.again(ids(List.of(body.device())).getFirst(), body.pushes()));
    }

    /// Whom terminals have not confirmed to be gone (`W-12`).
    @Needs(Permission.SEE_PHOTOS)
    @GetMapping("/leaving")
    LeavingList listLeavingFaces() {
        mustBeOfTheSite();
        List<PlaceTable.Leaving> rows = places.leaving(LEAVING_MAX);
        Map<DeviceId, String> names = names(devices.all());
        Map<PersonId, Person> known =
                people.find(rows.stream().map(PlaceTable.Leaving::person).toList());
        return new LeavingList(
                rows.stream()
                        .map(row ->
                                new LeavingItem(
                                        row.device().value(),
                                        names.getOrDefault(row.device(), ""),
                                        row.person().value(),
                                        Optional.ofNullable(known.get(row.person()))
                                                .map(Person::name)
                                                .orElse(""),
                                        row.pin()))
                        .toList());
    }

    private static Map<DeviceId, String> names(List<Device> all) {
        Map<DeviceId, String> names = new HashMap<>();
        all.forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    private static List<DeviceId> ids(List<Integer> devices) {
        if (devices.stream().anyMatch(id -> id < 1)) {
            throw Problem.field("devices", "error.faces.no-device");
        }
        return devices.stream().map(DeviceId::new).toList();
    }

    private static FacePushItem item(Push row, Map<DeviceId, String> names, boolean online) {
        return new FacePushItem(
                row.id(),
                row.device().value(),
                names.getOrDefault(row.device(), ""),
                row.kind(),
                row.person().map(PersonId::value),
                row.pin(),
                row.name(),
                PushResult.of(row.state(), online),
                row.state().isFailed(),
                row.attempt(),
                row.fault(),
                row.words(),
                row.madeAt(),
                row.sentAt(),
                row.endedAt());
    }

    private void mustBeOfTheSite() {
        if (operator.get().merchants().forSql() != null) {
            throw Problem.of(ProblemKind.FORBIDDEN);
        }
    }
}

package onecard.platform.faces;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Revision;
import onecard.platform.terminals.TerminalId;
import onecard.vocabulary.SerialNo;
import onecard.wire.adms.AdmsCommand.SizeMeaning;
import onecard.wire.adms.AdmsWriter.Writing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Face terminals and those that call without being registered. They belong to the whole site.
@RestController
@RequestMapping("/api/v1/face-devices")
class DevicesController {
    private final FaceDesk desk;
    private final DeviceTable table;
    private final Strangers strangers;
    private final CurrentOperator operator;
    private final Clock clock;

    DevicesController(
            FaceDesk desk,
            DeviceTable table,
            Strangers strangers,
            CurrentOperator operator,
            Clock clock) {
        this.desk = desk;
        this.table = table;
        this.strangers = strangers;
        this.operator = operator;
        this.clock = clock;
    }

    /// @param terminal the payment terminal at which a face seen here pays
    /// @param address where it calls from; absent: not heard yet
    /// @param online whether it called lately
    /// @param users how many people it says it knows
    record FaceDeviceItem(
            int id,
            String serial,
            String name,
            Optional<Integer> terminal,
            Optional<String> address,
            boolean bound,
            boolean everybody,
            Writing writing,
            SizeMeaning size,
            Optional<Instant> seenAt,
            boolean online,
            String firmware,
            Optional<Integer> users,
            Optional<Integer> faces,
            long revision) {}

    record FaceStrangerItem(String serial, String address, Instant lastAt, long calls) {}

    record FaceDeviceList(List<FaceDeviceItem> items, List<FaceStrangerItem> strangers) {}

    record FaceDeviceBody(
            @NotNull String name,
            Optional<Integer> terminal,
            Optional<String> address,
            boolean bound,
            boolean everybody,
            @NotNull Writing writing,
            @NotNull SizeMeaning size) {}

    record NewFaceDeviceBody(@NotNull String serial, @NotNull @Valid FaceDeviceBody device) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    FaceDeviceList listFaceDevices() {
        mustBeOfTheSite();
        return new FaceDeviceList(
                table.all().stream().map(this::item).toList(),
                strangers.all().stream()
                        .map(each ->
                                new FaceStrangerItem(
                                        each.serial().value(),
                                        each.address(),
                                        each.lastAt(),
                                        each.calls()))
                        .toList());
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping
    ResponseEntity<FaceDeviceItem> addFaceDevice(@Valid @RequestBody NewFaceDeviceBody body) {
        mustBeOfTheSite();
        if (!SerialNo.exists(body.serial())) {
            throw Problem.field("serial", "error.faces.serial");
        }
        return answer(
                HttpStatus.CREATED, desk.add(new SerialNo(body.serial()), wish(body.device())));
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PutMapping("/{id}")
    ResponseEntity<FaceDeviceItem> changeFaceDevice(
            @PathVariable int id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody FaceDeviceBody body) {
        mustBeOfTheSite();
        return answer(HttpStatus.OK, desk.change(id(id), revision, wish(body)));
    }

    @Needs(Permission.EDIT_TERMINALS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFaceDevice(@PathVariable int id) {
        mustBeOfTheSite();
        desk.remove(id(id));
    }

    private static DeviceId id(int id) {
        if (id < 1) {
            throw Problem.notFound("device", id);
        }
        return new DeviceId(id);
    }

    private static DeviceTable.Wish wish(FaceDeviceBody body) {
        if (body.terminal().filter(id -> id < 1).isPresent()) {
            throw Problem.field("terminal", "error.terminals.no-such");
        }
        Optional<String> address =
                body.address().map(String::strip).filter(said -> !said.isEmpty());
        if (address.filter(said -> !SourceAddress.exists(said)).isPresent()) {
            throw Problem.field("address", "error.faces.address");
        }
        return new DeviceTable.Wish(
                body.name().strip(),
                body.terminal().map(TerminalId::new),
                address,
                body.bound(),
                body.everybody(),
                body.writing(),
                body.size());
    }

    private ResponseEntity<FaceDeviceItem> answer(HttpStatus status, Device device) {
        return ResponseEntity.status(status)
                .eTag(new Revision(device.version()).etag())
                .body(item(device));
    }

    private FaceDeviceItem item(Device device) {
        return new FaceDeviceItem(
                device.id().value(),
                device.serial().value(),
                device.name(),
                device.terminal().map(TerminalId::value),
                device.address(),
                device.bound(),
                device.everybody(),
                device.writing(),
                device.size(),
                device.seenAt(),
                device.online(clock.instant()),
                device.firmware(),
                device.users(),
                device.faces(),
                device.version());
    }

    private void mustBeOfTheSite() {
        if (operator.get().merchants().forSql() != null) {
            throw Problem.of(ProblemKind.FORBIDDEN);
        }
    }
}

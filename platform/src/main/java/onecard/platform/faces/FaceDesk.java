package onecard.platform.faces;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import onecard.platform.system.Versioned;
import onecard.platform.system.Versions;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Registers face terminals and says how the service shall run.
@Service
class FaceDesk {
    /// Face terminals at most.
    static final int DEVICES_MAX = 1_000;

    private static final int NAME_MAX = 60;
    private static final int PORT_MAX = 65_535;
    private static final String SERVICE = "service faces";

    private final DeviceTable devices;
    private final FaceServiceTable service;
    private final Strangers strangers;
    private final Terminals terminals;
    private final Versions versions;
    private final AuditTrail audit;

    FaceDesk(
            DeviceTable devices,
            FaceServiceTable service,
            Strangers strangers,
            Terminals terminals,
            Versions versions,
            AuditTrail audit) {
        this.devices = devices;
        this.service = service;
        this.strangers = strangers;
        this.terminals = terminals;
        this.versions = versions;
        this.audit = audit;
    }

    @Transactional
    public Device add(SerialNo serial, DeviceTable.Wish wish) {
        if (devices.all().size() >= DEVICES_MAX) {
            throw Problem.field("serial", "error.faces.too-many", Map.of("max", DEVICES_MAX));
        }
        check(wish, Optional.empty());
        DeviceId id =
                devices.add(serial, wish)
                        .orElseThrow(() -> Problem.field("serial", "error.faces.serial-taken"));
        strangers.forget(serial);
        audit.record("faces.device-added", subject(serial, wish.name()), details(wish));
        return lock(id);
    }

    @Transactional
    public Device change(DeviceId id, Revision seen, DeviceTable.Wish wish) {
        Device before = lock(id);
        seen.mustBe(before.version());
        check(wish, Optional.of(id));
        devices.change(id, wish);
        strangers.forget(before.serial());
        audit.record("faces.device-changed", subject(before.serial(), wish.name()), details(wish));
        return lock(id);
    }

    @Transactional
    public void remove(DeviceId id) {
        Device device = lock(id);
        devices.remove(id);
        audit.record("faces.device-removed", subject(device.serial(), device.name()), Map.of());
    }

    /// Starts or stops the service, on every node.
    @Transactional
    public void run(boolean now) {
        versions.raise(Versioned.TERMINALS);
        FaceServiceTable.Row row = service.lock();
        service.write(row.port(), Optional.of(now));
        audit.record(now ? "faces.service-started" : "faces.service-stopped", SERVICE, Map.of());
    }

    /// Gives the service another port; none is the one of the start.
    @Transactional
    public void move(Revision seen, Optional<Integer> port) {
        versions.raise(Versioned.TERMINALS);
        FaceServiceTable.Row row = service.lock();
        seen.mustBe(row.version());
        if (port.filter(number -> number < 1 || number > PORT_MAX).isPresent()) {
            throw Problem.field("port", "error.between", Map.of("from", 1, "to", PORT_MAX));
        }
        service.write(port, row.running());
        audit.record(
                "faces.service-changed",
                SERVICE,
                port.<Map<String, Object>>map(no -> Map.of("tcpPort", no)).orElseGet(Map::of));
    }

    private Device lock(DeviceId id) {
        return devices.lock(id).orElseThrow(() -> Problem.notFound("device", id.value()));
    }

    private void check(DeviceTable.Wish wish, Optional<DeviceId> but) {
        String name = wish.name();
        if (name.isBlank()
                || name.length() > NAME_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.field("name", "error.terminals.name", Map.of("max", NAME_MAX));
        }
        wish.terminal()
                .ifPresent(id -> {
                    if (terminals.current().find(id).isEmpty()) {
                        throw Problem.field("terminal", "error.terminals.no-such");
                    }
                    devices.all().stream()
                            .filter(other -> !Optional.of(other.id()).equals(but))
                            .filter(other -> other.terminal().equals(wish.terminal()))
                            .findFirst()
                            .ifPresent(other -> {
                                throw Problem.field(
                                        "terminal",
                                        "error.faces.linked",
                                        Map.of("name", other.name()));
                            });
                });
    }

    static String subject(SerialNo serial, String name) {
        return "face terminal " + serial.value() + " " + name;
    }

    private static Map<String, Object> details(DeviceTable.Wish wish) {
        Map<String, Object> details = new LinkedHashMap<>();
        wish.terminal().ifPresent(id -> details.put("terminal", id.value()));
        wish.address().ifPresent(address -> details.put("address", address));
        details.put("boundToAddress", wish.bound());
        details.put("everyPerson", wish.everybody());
        return details;
    }
}

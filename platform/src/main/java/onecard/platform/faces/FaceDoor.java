package onecard.platform.faces;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.platform.system.Settings;
import onecard.vocabulary.SerialNo;
import onecard.wire.adms.AdmsDecoded.Malformed;
import onecard.wire.adms.AdmsDecoded.NoSuchPath;
import onecard.wire.adms.AdmsDecoded.Understood;
import onecard.wire.adms.AdmsReader;
import onecard.wire.adms.AdmsRequest;
import onecard.wire.adms.AdmsWriter;
import onecard.wire.adms.Attendance;
import org.springframework.stereotype.Component;

/// Answers face terminals. Who is not registered, or calls from another address than its own, gets
/// nothing and is shown in the console.
@Component
class FaceDoor {
    /// How often a device asks for commands.
    static final Duration POLL = Duration.ofSeconds(5);

    /// How long a device waits after a failure.
    static final Duration RETRY = Duration.ofSeconds(30);

    /// How old the note of the last call may be.
    private static final Duration SEEN_EVERY = Duration.ofSeconds(3);

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final DeviceTable devices;
    private final RecognitionTable recognitions;
    private final PlaceTable places;
    private final Talks talks;
    private final Strangers strangers;
    private final FaceLog log;
    private final Settings settings;
    private final Clock clock;

    FaceDoor(
            DeviceTable devices,
            RecognitionTable recognitions,
            PlaceTable places,
            Talks talks,
            Strangers strangers,
            FaceLog log,
            Settings settings,
            Clock clock) {
        this.devices = devices;
        this.recognitions = recognitions;
        this.places = places;
        this.talks = talks;
        this.strangers = strangers;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /// Answers one request.
    ///
    /// @param source who sent it
    FaceAnswer answer(InetAddress source, String method, String target, byte[] body) {
        return switch (AdmsReader.read(method, target, body)) {
            case NoSuchPath _ -> FaceAnswer.empty(NOT_FOUND);
            case Malformed _ -> FaceAnswer.empty(BAD_REQUEST);
            case Understood(var serial, var request) ->
                    known(serial, source.getHostAddress())
                            .map(device -> answer(device, source.getHostAddress(), request))
                            .orElseGet(() -> FaceAnswer.empty(FORBIDDEN));
        };
    }

    private Optional<Device> known(SerialNo serial, String address) {
        Instant now = clock.instant();
        Optional<Device> found = devices.bySerial(serial);
        if (found.isEmpty()) {
            if (strangers.called(serial, address, now)) {
                log.add(FaceLog.Event.STRANGER, serial, address, 1);
            }
            return Optional.empty();
        }
        Device device = found.get();
        boolean elsewhere = device.address().filter(own -> !own.equals(address)).isPresent();
        if (device.bound() && elsewhere) {
            if (strangers.called(serial, address, now)) {
                log.add(FaceLog.Event.OTHER_ADDRESS, serial, address, 1);
            }
            return Optional.empty();
        }
        if (elsewhere
                || device.address().isEmpty()
                || device.seenAt().filter(at -> at.plus(SEEN_EVERY).isAfter(now)).isEmpty()) {
            devices.seen(device.id(), address, now);
        }
        return found;
    }

    private FaceAnswer answer(Device device, String address, AdmsRequest request) {
        return switch (request) {
            case AdmsRequest.Hello _ -> {
                log.add(FaceLog.Event.HELLO, device.serial(), address, 1);
                yield FaceAnswer.ok(AdmsWriter.options(device.serial().value(), working()));
            }
            case AdmsRequest.Poll(var info) -> {
                info.ifPresent(said -> devices.tells(device.id(), said));
                yield commands(device, address);
            }
            case AdmsRequest.Attendances(var lines) -> {
                int fresh = keep(device, lines.read());
                if (fresh > 0) {
                    log.add(FaceLog.Event.RECOGNISED, device.serial(), address, fresh);
                }
                yield FaceAnswer.ok(AdmsWriter.ok(lines.count()));
            }
            case AdmsRequest.Faults(var lines) -> {
                talks.faults(device, lines.read());
                log.add(FaceLog.Event.FAULTS, device.serial(), address, lines.count());
                yield FaceAnswer.ok(AdmsWriter.ok());
            }
            case AdmsRequest.Results(var lines) -> {
                talks.results(device, lines.read());
                log.add(FaceLog.Event.RESULTS, device.serial(), address, lines.count());
                yield FaceAnswer.ok(AdmsWriter.ok());
            }
            case AdmsRequest.Operations(var lines) -> FaceAnswer.ok(AdmsWriter.ok(lines.count()));
            case AdmsRequest.Options _, AdmsRequest.Unkept _, AdmsRequest.Ping _ ->
                    FaceAnswer.ok(AdmsWriter.ok());
        };
    }

    private FaceAnswer commands(Device device, String address) {
        Talks.Handed handed = talks.next(device);
        if (handed.commands() == 0) {
            return FaceAnswer.ok(AdmsWriter.ok());
        }
        log.add(FaceLog.Event.COMMANDS, device.serial(), address, handed.commands());
        return FaceAnswer.ok(handed.lines());
    }

    private int keep(Device device, List<Attendance> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        Map<String, PersonId> known =
                places.byPin(device.id(), lines.stream().map(Attendance::pin).distinct().toList());
        List<Optional<PersonId>> people =
                lines.stream().map(line -> Optional.ofNullable(known.get(line.pin()))).toList();
        return recognitions.add(device.id(), lines, people, clock.instant());
    }

    private AdmsWriter.Working working() {
        int seconds =
                settings.current().zone().getRules().getOffset(clock.instant()).getTotalSeconds();
        return new AdmsWriter.Working(POLL, RETRY, seconds / 60);
    }
}

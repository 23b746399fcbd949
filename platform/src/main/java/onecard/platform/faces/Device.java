package onecard.platform.faces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.platform.terminals.TerminalId;
import onecard.vocabulary.SerialNo;
import onecard.wire.adms.AdmsCommand.SizeMeaning;
import onecard.wire.adms.AdmsWriter.Writing;

/// A face terminal (人脸机) as it is registered.
///
/// @param terminal the payment terminal at which a face seen here pays (`M-268`)
/// @param address where it calls from; empty: not heard yet
/// @param bound whether it is heard from that address only
/// @param everybody whether it gets everybody with a photo; else those chosen for it
/// @param writing the characters in which it reads names
/// @param size what it takes the size of a picture for
/// @param seenAt when it last called
/// @param version grows with every change by hand
record Device(
        DeviceId id,
        SerialNo serial,
        String name,
        Optional<TerminalId> terminal,
        Optional<String> address,
        boolean bound,
        boolean everybody,
        Writing writing,
        SizeMeaning size,
        Optional<Instant> seenAt,
        String firmware,
        Optional<Integer> users,
        Optional<Integer> faces,
        int version) {
    /// After this silence a device is offline: three polls.
    static final Duration SILENCE = FaceDoor.POLL.multipliedBy(3);

    boolean online(Instant now) {
        return seenAt.filter(at -> at.plus(SILENCE).isAfter(now)).isPresent();
    }
}

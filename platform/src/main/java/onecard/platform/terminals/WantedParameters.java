package onecard.platform.terminals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import onecard.vocabulary.MachineNo;

/// How a terminal is to work, whole, at one version.
///
/// @param version of everything here; never given twice
/// @param wantedAt since when
/// @param merchantName what the display shows
/// @param zone in which days and times are meant
public record WantedParameters(
        TerminalId terminal,
        long version,
        Instant wantedAt,
        Optional<MachineNo> machineNo,
        String merchantName,
        ZoneId zone,
        TerminalParameters values) {}

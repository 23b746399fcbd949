package onecard.wire.adms;

import java.util.Optional;

/// What a device says of itself now and then (`INFO=`).
///
/// @param users how many it knows
/// @param records how many it keeps
/// @param faces how many it knows
public record DeviceInfo(
        String firmware,
        Optional<Integer> users,
        Optional<Integer> records,
        Optional<Integer> faces) {}

package onecard.wire.adms;

import java.util.Optional;

/// A line of `ERRORLOG`: what went wrong, and because of which command.
///
/// @param code `D01E0001`: device or server, module, number
/// @param words the device's own, often empty
/// @param command the command it belongs to; empty: nobody's, it came of something at the device
/// @param more what else the device says
public record DeviceFault(String code, String words, Optional<String> command, String more) {
    /// What it means for a face, if it is about one.
    public Optional<FaceFault> face() {
        return FaceFault.of(code);
    }
}

package onecard.wire.adms;

/// How a command ended at a device.
///
/// @param id the command's
/// @param code 0 or more: done; below: [ReturnCode]
/// @param command the first words of it, as the device repeats them
public record CommandResult(String id, int code, String command) {
    public ReturnCode meaning() {
        return ReturnCode.of(code);
    }
}

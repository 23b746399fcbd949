package onecard.wire.adms;

import java.time.LocalDateTime;
import java.util.Optional;

/// A line of `OPERLOG`.
public sealed interface Operation {
    /// Something was done at the menu of the device.
    ///
    /// @param type the maker's number of it
    /// @param operator who, empty for nobody who said so
    record Done(int type, String operator, LocalDateTime at) implements Operation {}

    /// A user was entered or changed at the device.
    ///
    /// @param privilege 0 user, 14 super administrator, others between
    /// @param card the serial number of a card as a number
    record User(String pin, String name, int privilege, Optional<Long> card) implements Operation {}

    /// A picture of a user came along; its bytes were let go.
    ///
    /// @param kind `USERPIC` or `BIOPHOTO`
    /// @param size as the device says, in bytes
    record Picture(String kind, String pin, long size) implements Operation {}

    /// A kind of line that nobody needs (fingerprints, templates).
    record Other(String kind) implements Operation {}
}

package onecard.wire.adms;

import java.time.LocalDateTime;

/// A line of `ATTLOG`: somebody was recognised.
///
/// @param pin the number under which the device knows the person
/// @param at by the clock of the device, in its own zone
/// @param status what the device was set to: coming, going and so on
/// @param verify how the person was recognised: [#FACE], [#CARD], 0 not said
public record Attendance(String pin, LocalDateTime at, int status, int verify) {
    public static final int FACE = 15;
    public static final int CARD = 4;
}

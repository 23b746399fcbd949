package onecard.vocabulary;

/// The number of a terminal (机号), 1 to 999 (`M-023`), unique in a site (`M-024`, `D-27`). A
/// terminal is identified by its [SerialNo]; this is only what people call it.
///
/// @param value 1 to 999
public record MachineNo(int value) {
    public MachineNo {
        if (!exists(value)) {
            throw new IllegalArgumentException("A machine number is 1 to 999, not " + value);
        }
    }

    /// Tells whether there is such a machine number.
    public static boolean exists(int value) {
        return value >= 1 && value <= 999;
    }
}

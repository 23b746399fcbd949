package onecard.wire;

/// What every answer carries beside the decision, so that the terminal knows when to pull.
///
/// @param parameterVersion newest version of this terminal's parameters
/// @param allowVersion newest version of the allow list
/// @param blockVersion newest version of the block list
/// @param waiting whether something else waits for the terminal: send `/state` now
public record Newest(long parameterVersion, long allowVersion, long blockVersion, boolean waiting) {
    /// Nothing has ever been published and nothing waits.
    public static final Newest NONE = new Newest(0, 0, 0, false);

    public Newest {
        Limits.requireVersion(parameterVersion);
        Limits.requireVersion(allowVersion);
        Limits.requireVersion(blockVersion);
    }
}

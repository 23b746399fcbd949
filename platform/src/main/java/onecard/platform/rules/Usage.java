package onecard.platform.rules;

/// What one account has used up of the limits that matter for a purchase.
@FunctionalInterface
public interface Usage {
    /// Nothing bought yet, whatever is asked.
    Usage NONE = _ -> UsedUp.NOTHING;

    /// Returns what was bought in this very span; [UsedUp#NOTHING] where nothing was, or where what
    /// is stored belongs to another span.
    UsedUp of(Counter counter);
}

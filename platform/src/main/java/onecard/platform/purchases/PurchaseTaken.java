package onecard.platform.purchases;

/// The journal may have grown: one in-memory signal per tray, after its answers. Listeners read the
/// journal from their last position, and must not hold up the thread that tells them.
///
/// @param orders how many orders the tray had
public record PurchaseTaken(int orders) {}

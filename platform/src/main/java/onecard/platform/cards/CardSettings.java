package onecard.platform.cards;

/// The parameters of the card centre. They are read anew by every operation: a change holds at the
/// next one, on every node.
public interface CardSettings {
    /// Returns the parameters as they are now.
    CardParameters current();
}

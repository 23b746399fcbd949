package onecard.platform.people;

/// An entry of a list to choose from.
///
/// @param id for ever
/// @param list of which list
/// @param name in the language of who asks, or as the site calls it
public record Choice(ChoiceId id, List list, String name) {
    /// The lists there are.
    public enum List {
        /// Why somebody left (离职类型, `M-125`).
        LEAVING_REASON,
        /// What kind of card holder somebody is (持卡人类型).
        HOLDER_TYPE
    }
}

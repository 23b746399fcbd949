package onecard.platform.lists;

/// The newest version of each list; 0 for one that was never written to.
public record ListVersions(long allow, long block) {
    /// Nothing was ever written.
    static final ListVersions NONE = new ListVersions(0, 0);

    /// Returns the version of one list.
    public long of(CardList list) {
        return switch (list) {
            case ALLOW -> allow;
            case BLOCK -> block;
        };
    }
}

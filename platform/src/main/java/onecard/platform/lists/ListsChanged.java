package onecard.platform.lists;

/// A list has a new version, written on whichever node. Told on every node, at most twice a second.
public record ListsChanged(ListVersions newest) {}

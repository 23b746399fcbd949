package onecard.platform.people;

import java.util.List;

/// Asked before a group is removed: a room above tells which of its own things name the group.
public interface GroupUse {
    /// Returns the names of what would lose its group, such as trade rules; at most a few of them.
    List<String> of(GroupId group);
}

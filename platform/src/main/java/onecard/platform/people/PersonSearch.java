package onecard.platform.people;

import java.util.Optional;

/// Which people a list shows. Who left is in no list but the archive's (`M-124`).
///
/// @param words the beginning of a number, part of a name, or the beginning of its pinyin or of its
///   pinyin initials; blank for everybody
/// @param department this department and everything below it
/// @param group this group
/// @param after the number of the last person of the page before
/// @param limit 1 to 501
/// @param order by number, or by how the names sound
public record PersonSearch(
        String words,
        Optional<DepartmentId> department,
        Optional<GroupId> group,
        Optional<PersonNo> after,
        int limit,
        Order order) {
    /// How many people are found at the most: a page and the one that tells that there are more.
    public static final int LIMIT_MAX = 501;

    /// In which order people are listed.
    public enum Order {
        NUMBER,
        NAME
    }

    /// A search in order of the numbers.
    public PersonSearch(
            String words,
            Optional<DepartmentId> department,
            Optional<GroupId> group,
            Optional<PersonNo> after,
            int limit) {
        this(words, department, group, after, limit, Order.NUMBER);
    }

    public PersonSearch {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("1 to 501 people are found, not " + limit);
        }
        words = words.strip();
    }
}

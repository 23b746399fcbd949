package onecard.platform.people;

/// Identifies a group of people (分组) by which trade rules name them.
public record GroupId(int value) {}

package onecard.wire;

/// How a void ended.
public record VoidAnswer(VoidOutcome outcome, Newest newest) implements Answer {}

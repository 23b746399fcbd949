package onecard.wire;

/// Everything that a terminal and the platform say to each other: a question or its answer.
public sealed interface Message permits Request, Answer {}

package onecard.wire;

/// "I have heard it": the terminal's empty answer to a hint.
public record HintAnswer() implements Answer {}

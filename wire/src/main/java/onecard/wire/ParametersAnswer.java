package onecard.wire;

/// How the terminal shall work.
public record ParametersAnswer(Parameters parameters, Newest newest) implements Answer {}

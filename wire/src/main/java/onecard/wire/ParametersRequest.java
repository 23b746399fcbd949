package onecard.wire;

/// "How shall I work?" A GET without a body.
public record ParametersRequest() implements Request {}

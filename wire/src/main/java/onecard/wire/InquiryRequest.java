package onecard.wire;

import onecard.vocabulary.Instrument;

/// "Who is this and what is left?" Moves nothing and has no number.
public record InquiryRequest(Instrument instrument) implements Request {}

package onecard.wire;

/// What the platform says about an instrument.
public record InquiryAnswer(InquiryResult result, Newest newest) implements Answer {}

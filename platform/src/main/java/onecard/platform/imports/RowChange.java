package onecard.platform.imports;

/// What a row makes of something that is there.
///
/// @param what of what, in the messages under `import.<kind>.change.<what>`
/// @param before as it is read; blank for nothing
/// @param after likewise
public record RowChange(String what, String before, String after) {}

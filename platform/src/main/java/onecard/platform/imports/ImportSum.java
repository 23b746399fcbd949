package onecard.platform.imports;

/// What the good rows of a table come to.
///
/// @param what of what, in the messages under `import.<kind>.sum.<what>`
/// @param value as it is read
public record ImportSum(String what, String value) {}

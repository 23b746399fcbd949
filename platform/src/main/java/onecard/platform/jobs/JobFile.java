package onecard.platform.jobs;

/// A file that a job made.
///
/// @param name how it is called
/// @param type its media type
/// @param content its bytes
@SuppressWarnings("ArrayRecordComponent") // read once and sent
public record JobFile(String name, String type, byte[] content) {}

package onecard.platform.jobs;

import java.util.Map;

/// Why a job failed: the kind and the fields of the problem it ended with.
///
/// @param kind the name of the kind
/// @param fields what the words name
public record JobProblem(String kind, Map<String, Object> fields) {}

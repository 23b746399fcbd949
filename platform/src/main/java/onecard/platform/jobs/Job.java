package onecard.platform.jobs;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A piece of long work as it stands.
///
/// @param id for ever
/// @param kind of which [JobWork] it is
/// @param operatorId who asked for it
/// @param order what was ordered, as JSON
/// @param state how far it is
/// @param done how many pieces are done
/// @param total how many there are; 0 while nobody knows
/// @param askedAt when it was asked for
/// @param endedAt when it was over
/// @param result what the work returned, as JSON; absent until it is done
/// @param problem why it failed
public record Job(
        int id,
        String kind,
        int operatorId,
        String order,
        JobState state,
        long done,
        long total,
        Instant askedAt,
        Optional<Instant> endedAt,
        Optional<JsonNode> result,
        Optional<JobProblem> problem) {}

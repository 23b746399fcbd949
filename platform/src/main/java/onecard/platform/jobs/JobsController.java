package onecard.platform.jobs;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Positive;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AnyOperator;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import onecard.platform.system.Problem;
import onecard.platform.system.Settings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Looking after long work. Who may see a job is decided by the permission its work needs.
@RestController
@RequestMapping("/api/v1/jobs")
class JobsController {
    private final Jobs jobs;
    private final JobRunner runner;
    private final CurrentOperator operator;
    private final Messages messages;
    private final Settings settings;

    JobsController(
            Jobs jobs,
            JobRunner runner,
            CurrentOperator operator,
            Messages messages,
            Settings settings) {
        this.jobs = jobs;
        this.runner = runner;
        this.operator = operator;
        this.messages = messages;
        this.settings = settings;
    }

    /// Why a job failed, in the caller's words.
    record JobTrouble(String type, String title, String detail, Map<String, Object> fields) {}

    /// A job as pages see it.
    ///
    /// @param total 0 while nobody knows
    /// @param result what the work returned, once it is done
    record JobItem(
            int id,
            String kind,
            JobState state,
            long done,
            long total,
            OffsetDateTime askedAt,
            Optional<OffsetDateTime> endedAt,
            Optional<JsonNode> result,
            Optional<JobTrouble> problem) {}

    @AnyOperator
    @GetMapping("/{id}")
    JobItem readJob(@PathVariable @Positive int id) {
        return item(visible(id));
    }

    @AnyOperator
    @PostMapping("/{id}/cancel")
    JobItem cancelJob(@PathVariable @Positive int id) {
        jobs.cancel(visible(id).id());
        return item(visible(id));
    }

    @AnyOperator
    @GetMapping(path = "/{id}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The file the job made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> downloadJobFile(@PathVariable @Positive int id) {
        var file = jobs.file(visible(id).id()).orElseThrow(() -> Problem.notFound("job-file", id));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .body(file.content());
    }

    private Job visible(int id) {
        return jobs.find(id)
                .filter(job -> operator.get().may(runner.needs(job.kind(), job.order())))
                .orElseThrow(() -> Problem.notFound("job", id));
    }

    private JobItem item(Job job) {
        var zone = settings.current().zone();
        return new JobItem(
                job.id(),
                job.kind(),
                job.state(),
                job.done(),
                job.total(),
                job.askedAt().atZone(zone).toOffsetDateTime(),
                job.endedAt().map(at -> at.atZone(zone).toOffsetDateTime()),
                job.result(),
                job.problem().map(this::trouble));
    }

    private JobTrouble trouble(JobProblem problem) {
        var key = "problem." + problem.kind();
        var language = operator.language();
        return new JobTrouble(
                "urn:onecard:problem:" + problem.kind(),
                messages.say(language, key + ".title", problem.fields()),
                messages.say(language, key + ".detail", problem.fields()),
                problem.fields());
    }
}

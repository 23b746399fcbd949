package onecard.platform.faces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Needs;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import onecard.platform.system.Revision;
import onecard.vocabulary.SerialNo;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The face service: its port, whether it runs, and its log. It belongs to the whole site.
@RestController
@RequestMapping("/api/v1/face-service")
class FaceServiceController {
    private final FaceDesk desk;
    private final FaceServiceTable table;
    private final FaceService service;
    private final FaceLog log;
    private final CurrentOperator operator;

    FaceServiceController(
            FaceDesk desk,
            FaceServiceTable table,
            FaceService service,
            FaceLog log,
            CurrentOperator operator) {
        this.desk = desk;
        this.table = table;
        this.service = service;
        this.log = log;
        this.operator = operator;
    }

    /// How the service is on this node.
    enum FaceServiceState {
        RUNNING,
        STOPPED,
        /// Another program has the port.
        PORT_TAKEN,
        /// The port cannot be had for another reason; the program's log says which.
        FAILED
    }

    /// @param port the one that was chosen; absent: the one of the start
    /// @param startPort that one
    /// @param openPort the one it really listens on
    record FaceServiceItem(
            FaceServiceState state,
            Optional<Integer> port,
            int startPort,
            Optional<Integer> openPort,
            long revision) {}

    record FacePortBody(Optional<Integer> port) {}

    record FaceLogItem(
            long no,
            Instant at,
            FaceLog.Event event,
            Optional<String> serial,
            String address,
            int pieces) {}

    record FaceLogLines(List<FaceLogItem> items) {}

    @Needs(Permission.SEE_TERMINALS)
    @GetMapping
    ResponseEntity<FaceServiceItem> showFaceService() {
        FaceServiceTable.Row row = table.read();
        var item =
                new FaceServiceItem(
                        switch (service.state()) {
                            case FaceService.State.Running _ -> FaceServiceState.RUNNING;
                            case FaceService.State.Stopped _ -> FaceServiceState.STOPPED;
                            case FaceService.State.Failed(var _, var taken) ->
                                    taken ? FaceServiceState.PORT_TAKEN : FaceServiceState.FAILED;
                        },
                        row.port(),
                        service.port(new FaceServiceTable.Row(Optional.empty(), row.running(), 1)),
                        service.state() instanceof FaceService.State.Running(int open)
                                ? Optional.of(open)
                                : Optional.empty(),
                        row.version());
        return ResponseEntity.ok().eTag(new Revision(item.revision()).etag()).body(item);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PutMapping
    ResponseEntity<FaceServiceItem> changeFaceService(
            @RequestHeader("If-Match") Revision revision, @RequestBody FacePortBody body) {
        mustBeOfTheSite();
        desk.move(revision, body.port());
        service.apply();
        return showFaceService();
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping("/start")
    ResponseEntity<FaceServiceItem> startFaceService() {
        return run(true);
    }

    @Needs(Permission.EDIT_TERMINALS)
    @PostMapping("/stop")
    ResponseEntity<FaceServiceItem> stopFaceService() {
        return run(false);
    }

    /// The lines after one, oldest first.
    @Needs(Permission.SEE_TERMINALS)
    @GetMapping("/log")
    FaceLogLines listFaceLog(@RequestParam Optional<Long> after) {
        mustBeOfTheSite();
        return new FaceLogLines(
                log.after(after.orElse(0L)).stream()
                        .map(line ->
                                new FaceLogItem(
                                        line.no(),
                                        line.at(),
                                        line.event(),
                                        line.serial().map(SerialNo::value),
                                        line.address(),
                                        line.pieces()))
                        .toList());
    }

    private ResponseEntity<FaceServiceItem> run(boolean now) {
        mustBeOfTheSite();
        desk.run(now);
        service.apply();
        return showFaceService();
    }

    private void mustBeOfTheSite() {
        if (operator.get().merchants().forSql() != null) {
            throw Problem.of(ProblemKind.FORBIDDEN);
        }
    }
}

package onecard.platform.faces;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.faces.Push.State;
import onecard.platform.photos.FacePictures;
import onecard.wire.adms.AdmsCommand;
import onecard.wire.adms.AdmsWriter;
import onecard.wire.adms.CommandResult;
import onecard.wire.adms.DeviceFault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands commands out to terminals and takes their answers. What got no answer is handed out again;
/// each time is told from the others by the id of the command.
@Service
class Talks {
    /// How many pushes go out at once: ten pictures stay below the 900 KB of one answer.
    static final int AT_ONCE = 10;

    /// How long an answer may take.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    /// How often something is handed out before it is given up.
    static final int ATTEMPTS_MAX = 5;

    /// What cannot be undone later is asked for longer: a removal.
    static final int REMOVAL_ATTEMPTS_MAX = 99;

    private static final String NO_PICTURE = "photo cannot be opened";

    private final DeviceTable devices;
    private final PushTable pushes;
    private final PlaceTable places;
    private final FacePictures pictures;
    private final Clock clock;

    Talks(
            DeviceTable devices,
            PushTable pushes,
            PlaceTable places,
            FacePictures pictures,
            Clock clock) {
        this.devices = devices;
        this.pushes = pushes;
        this.places = places;
        this.pictures = pictures;
        this.clock = clock;
    }

    /// What is handed out.
    ///
    /// @param lines as they are sent, empty if there is nothing
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Handed(byte[] lines, int commands) {}

    /// Returns the next commands for a terminal.
    @Transactional
    public Handed next(Device device) {
        devices.lock(device.id());
        Instant now = clock.instant();
        var out = new ByteArrayOutputStream();
        List<Long> sent = new ArrayList<>();
        int commands = 0;
        for (Push push : due(device.id(), now)) {
            if (push.attempt() >= attemptsMax(push.kind())) {
                pushes.end(List.of(push.id()), State.OTHER, Optional.empty(), push.words(), now);
                continue;
            }
            List<Step> steps = new ArrayList<>();
            List<AdmsCommand> parts = parts(push, device, steps);
            if (parts.isEmpty()) {
                pushes.end(List.of(push.id()), State.OTHER, Optional.empty(), NO_PICTURE, now);
                continue;
            }
            for (int at = 0; at < parts.size(); at++) {
                out.writeBytes(
                        AdmsWriter.command(steps.get(at).id(), parts.get(at), device.writing()));
            }
            sent.add(push.id());
            commands += parts.size();
        }
        pushes.sent(sent, now);
        return new Handed(out.toByteArray(), commands);
    }

    private static int attemptsMax(Push.Kind kind) {
        return switch (kind) {
            case PUSH -> ATTEMPTS_MAX;
            case REMOVE, CLEAR -> REMOVAL_ATTEMPTS_MAX;
        };
    }

    /// A clearing goes alone, and nothing goes before it was answered.
    private List<Push> due(DeviceId device, Instant now) {
        List<Push> due = new ArrayList<>();
        for (Push push : pushes.next(device, AT_ONCE)) {
            boolean waits =
                    push.state() == State.SENT
                            && push.sentAt()
                                    .filter(at -> at.plus(ANSWER_WITHIN).isAfter(now))
                                    .isPresent();
            boolean alone = push.kind() == Push.Kind.CLEAR;
            if (!waits && (!alone || due.isEmpty())) {
                due.add(push);
            }
            if (alone) {
                break;
            }
        }
        return due;
    }

    /// Nothing, where the picture is no longer the one that was meant.
    private List<AdmsCommand> parts(Push push, Device device, List<Step> steps) {
        int attempt = push.attempt() + 1;
        return switch (push.kind()) {
            case CLEAR -> {
                steps.add(new Step(Step.Part.C, push.id(), attempt));
                yield List.of(new AdmsCommand.ClearUsers());
            }
            case REMOVE -> {
                steps.add(new Step(Step.Part.D, push.id(), attempt));
                yield List.of(new AdmsCommand.DeleteUser(push.pin()));
            }
            case PUSH -> {
                steps.add(new Step(Step.Part.U, push.id(), attempt));
                steps.add(new Step(Step.Part.F, push.id(), attempt));
                yield push.person()
                        .flatMap(person -> pictures.open(person, push.portrait()))
                        .<List<AdmsCommand>>map(jpeg ->
                                List.of(
                                        new AdmsCommand.UpdateUser(
                                                push.pin(), push.name(), Optional.empty()),
                                        new AdmsCommand.UpdateFace(
                                                push.pin(), jpeg, device.size())))
                        .orElseGet(List::of);
            }
        };
    }

    /// Takes results, each once; those of an earlier time are let go.
    @Transactional
    public void results(Device device, List<CommandResult> results) {
        devices.lock(device.id());
        for (CommandResult result : results) {
            Step.of(result.id()).ifPresent(step -> result(device.id(), step, result));
        }
    }

    private void result(DeviceId device, Step step, CommandResult result) {
        Optional<Push> found = one(device, step);
        if (found.isEmpty()
                || found.get().state() != State.SENT
                || found.get().attempt() != step.attempt()) {
            return;
        }
        Push push = found.get();
        String words = result.command() + " Return=" + result.code();
        switch (Verdict.of(step.part(), result.meaning(), push.steps())) {
            case Verdict.GoesOn(int steps) -> pushes.steps(push.id(), steps);
            case Verdict.Again _ -> pushes.again(push.id(), words);
            case Verdict.Ends(State state) -> {
                pushes.end(List.of(push.id()), state, Optional.empty(), words, clock.instant());
                if (state == State.DONE && push.kind() != Push.Kind.PUSH) {
                    places.gone(device, List.of(push.id()));
                }
            }
        }
    }

    /// A fault that names a command of ours says what is wrong with a face, also when the command
    /// was done long before.
    @Transactional
    public void faults(Device device, List<DeviceFault> faults) {
        devices.lock(device.id());
        Map<Long, DeviceFault> ours = new HashMap<>();
        for (DeviceFault fault : faults) {
            fault.command()
                    .flatMap(Step::of)
                    .filter(step -> step.part() == Step.Part.F)
                    .flatMap(step -> one(device.id(), step))
                    .filter(push -> push.state() != State.OVERTAKEN)
                    .ifPresent(push -> ours.put(push.id(), fault));
        }
        ours.forEach((id, fault) ->
                pushes.end(
                        List.of(id),
                        State.QUALITY,
                        fault.face(),
                        (fault.code() + " " + fault.words() + " " + fault.more()).strip(),
                        clock.instant()));
    }

    private Optional<Push> one(DeviceId device, Step step) {
        return pushes.some(device, List.of(step.push())).stream()
                .filter(push ->
                        switch (step.part()) {
                            case U, F -> push.kind() == Push.Kind.PUSH;
                            case D -> push.kind() == Push.Kind.REMOVE;
                            case C -> push.kind() == Push.Kind.CLEAR;
                        })
                .findFirst();
    }
}

package onecard.platform.system.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.junit.jupiter.api.Test;

@PlatformTest
class IdempotentCommandsTest {
    private final House house;
    private final IdempotentCommands commands;
    private final AtomicInteger ran = new AtomicInteger();
    private final UUID key = UUID.randomUUID();

    IdempotentCommandsTest(House house) {
        this.house = house;
        this.commands = house.bean(IdempotentCommands.class);
    }

    record TopUp(int person, long cents) {}

    record Receipt(long number, String words) {}

    @Test
    void a_command_that_arrives_twice_runs_once_and_is_answered_alike() {
        Receipt first = topUp(new TopUp(1, 500));
        assertThat(topUp(new TopUp(1, 500))).isEqualTo(first);
        assertThat(ran).hasValue(1);
    }

    @Test
    void the_same_key_with_another_body_is_a_conflict() {
        topUp(new TopUp(1, 500));
        assertThatThrownBy(() -> topUp(new TopUp(1, 501)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.kind())
                                        .isEqualTo(ProblemKind.IDEMPOTENCY_CONFLICT));
        assertThat(ran).hasValue(1);
    }

    @Test
    void a_command_that_fails_may_be_tried_again() {
        assertThatThrownBy(() ->
                        commands.once(
                                key,
                                new TopUp(1, 500),
                                Receipt.class,
                                () -> {
                                    throw Problem.of(ProblemKind.FORBIDDEN);
                                }))
                .isInstanceOf(Problem.class);
        assertThat(topUp(new TopUp(1, 500)).number()).isEqualTo(1);
    }

    @Test
    void twenty_copies_at_once_run_once() throws Exception {
        List<Callable<Receipt>> copies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            copies.add(() -> topUp(new TopUp(7, 700)));
        }
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (Future<Receipt> copy : crowd.invokeAll(copies)) {
                assertThat(copy.get()).isEqualTo(new Receipt(1, "¥7.00 已充值"));
            }
        }
        assertThat(ran).hasValue(1);
    }

    @Test
    void keys_are_each_operators_own() {
        topUp(new TopUp(1, 500));
        house.asAdministrator(() -> topUp(new TopUp(2, 900)));
        assertThat(ran).hasValue(2);
    }

    @Test
    void keys_are_forgotten_after_thirty_days() {
        topUp(new TopUp(1, 500));
        RecordedCommands job = house.bean(RecordedCommands.class);
        job.run(LocalDate.EPOCH);
        assertThat(topUp(new TopUp(1, 500)).number()).isEqualTo(1);
        house.clock().pass(RecordedCommands.KEPT.plus(Duration.ofDays(1)));
        job.run(LocalDate.EPOCH);
        assertThat(topUp(new TopUp(1, 500)).number()).isEqualTo(2);
    }

    private Receipt topUp(TopUp body) {
        return commands.once(
                key, body, Receipt.class, () -> new Receipt(ran.incrementAndGet(), "¥7.00 已充值"));
    }
}

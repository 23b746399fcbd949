package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.rules.Counter;
import onecard.platform.rules.LimitId;
import onecard.platform.rules.Span;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsagesTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Instant NIGHT = Instant.parse("2026-03-02T15:30:00Z");
    private static final Money PRICE = Money.ofCents(800);
    private static final int NIGHT_SNACK = 4;
    private static final Counter SNACK = snackOf(MONDAY);
    private static final Counter NEXT_SNACK = snackOf(MONDAY.plusDays(1));

    private static Counter snackOf(LocalDate day) {
        return new Counter(new LimitId(7), new Span(day, NIGHT_SNACK));
    }

    private static Usages bought(Counter counter) {
        return Usages.NOTHING.bought(NIGHT, List.of(counter), List.of(), PRICE);
    }

    @Test
    @DisplayName("D-15 A window that still runs elsewhere is kept when a newer one begins to count")
    void a_window_that_still_runs_is_kept() {
        var both =
                bought(SNACK)
                        .bought(
                                NIGHT.plusSeconds(3600),
                                List.of(NEXT_SNACK),
                                List.of(SNACK),
                                PRICE);
        assertThat(both.of(SNACK).count()).isEqualTo(1);
        assertThat(both.of(NEXT_SNACK).count()).isEqualTo(1);
    }

    @Test
    void a_window_that_is_over_is_dropped() {
        var later = bought(SNACK).bought(NIGHT, List.of(NEXT_SNACK), List.of(), PRICE);
        assertThat(later.of(SNACK).count()).isZero();
    }

    @Test
    @DisplayName("D-15 D-41 A slip entered by hand counts on its own windows and ends no other")
    void a_slip_ends_no_window() {
        var after = bought(SNACK).entered(List.of(NEXT_SNACK), PRICE);
        assertThat(after.of(SNACK).count()).isEqualTo(1);
        assertThat(after.of(NEXT_SNACK).net()).isEqualTo(PRICE);
        assertThat(after.last()).contains(NIGHT);
        var twice = after.entered(List.of(SNACK), PRICE);
        assertThat(twice.of(SNACK).count()).isEqualTo(2);
        assertThat(twice.counts()).hasSize(2);
    }

    @Test
    void more_windows_than_there_is_room_for_leave_out_the_oldest() {
        var counters = new ArrayList<Counter>();
        for (int limit = 1; limit <= Usages.COUNTS_MAX; limit++) {
            counters.add(new Counter(new LimitId(100 + limit), new Span(MONDAY, 0)));
        }
        var full = bought(SNACK).entered(counters, PRICE);
        assertThat(full.counts()).hasSize(Usages.COUNTS_MAX);
        assertThat(full.of(SNACK).count()).isZero();
    }
}

package onecard.platform.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.Test;

@PlatformTest
class SignInAttemptsTest {
    private static final int WRONG = 401;
    private static final int TOO_EARLY = 429;

    private final House house;

    SignInAttemptsTest(House house) {
        this.house = house;
        house.administrator();
    }

    @Test
    void five_failures_are_free_then_the_wait_doubles_and_the_tenth_locks_for_a_quarter_hour() {
        List<Long> waits = new ArrayList<>();
        for (int failure = 1; failure <= 10; failure++) {
            assertThat(attempt("nobody-1").status()).as("failure %d", failure).isEqualTo(WRONG);
            Browser.Answer next = attempt("nobody-1");
            if (next.status() == WRONG) {
                failure++;
            }
            if (failure >= 5) {
                Browser.Answer early = attempt("nobody-1");
                assertThat(early.status()).as("after %d", failure).isEqualTo(TOO_EARLY);
                long wait = early.json().get("retryAfterSeconds").asLong();
                waits.add(wait);
                house.clock().pass(Duration.ofSeconds(wait));
            }
        }
        assertThat(waits.getLast()).isBetween(890L, 900L);
    }

    @Test
    void an_unknown_name_is_treated_as_a_known_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("nobody-2").text()).isEqualTo(attempt(House.ADMINISTRATOR).text());
        }
        assertThat(attempt("nobody-2").status()).isEqualTo(TOO_EARLY);
        assertThat(attempt(House.ADMINISTRATOR).status()).isEqualTo(TOO_EARLY);
        assertThat(right().status()).as("the right password must wait too").isEqualTo(TOO_EARLY);
        house.clock().pass(Duration.ofSeconds(2));
        assertThat(right().status()).isEqualTo(200);
        assertThat(attempt(House.ADMINISTRATOR).status())
                .as("a success forgets the failures")
                .isEqualTo(WRONG);
    }

    @Test
    void of_two_hundred_guesses_at_once_no_more_than_five_are_looked_at() throws Exception {
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            guesses.add(() -> attempt("nobody-3").status());
        }
        int tested = 0;
        try (ExecutorService crowd = Executors.newFixedThreadPool(32)) {
            for (Future<Integer> guess : crowd.invokeAll(guesses)) {
                tested += guess.get() == WRONG ? 1 : 0;
            }
        }
        assertThat(tested).isBetween(5, 7);
    }

    @Test
    void a_name_that_does_not_exist_takes_as_long_as_one_that_does() {
        String known = House.ADMINISTRATOR;
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        for (int round = 0; round < 15; round++) {
            house.clock().pass(Duration.ofHours(2));
            ofKnown.add(time(known));
            ofUnknown.add(time("nobody-4"));
        }
        // The shortest of each: what else the machine does only makes them longer.
        assertThat((double) Collections.min(ofUnknown) / Collections.min(ofKnown))
                .isBetween(0.6, 1.6);
    }

    @Test
    void the_hash_of_nobody_costs_as_much_as_a_real_one() {
        Passwords passwords = new Passwords();
        assertThat(passwords.isCurrent(Passwords.nobody())).isTrue();
        assertThat(passwords.isCurrent(passwords.hash("password", House.PASSWORD, List.of())))
                .isTrue();
    }

    private long time(String name) {
        long before = System.nanoTime();
        assertThat(attempt(name).status()).isEqualTo(WRONG);
        return System.nanoTime() - before;
    }

    private Browser.Answer attempt(String name) {
        return signIn(name, "not the password");
    }

    private Browser.Answer right() {
        return signIn(House.ADMINISTRATOR, House.PASSWORD);
    }

    private Browser.Answer signIn(String name, String password) {
        Browser browser = house.browser();
        browser.get("/api/v1/setup");
        return browser.post("/api/v1/session", Map.of("name", name, "password", password));
    }
}

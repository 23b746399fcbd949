package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Side;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsidyExpiryTest {
    private static final LocalDate THIRD = LocalDate.parse("2026-03-03");

    private final CardScene scene;
    private final SubsidyExpiry expiry;

    SubsidyExpiryTest(TestDatabase database) {
        scene = new CardScene(database);
        expiry = scene.rooms.door(SubsidyExpiry.class);
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("D-07 M-155 An expired subsidy is gone from the first moment of the day after")
    void an_expired_subsidy_is_gone_before_the_job_ran() {
        var person = aGrantOf(5_000, "2026-03-02");
        var file = scene.rooms.door(PersonFile.class);
        scene.clock.setTo("2026-03-02T23:59:59.999+08:00");
        assertThat(file.of(person.id()).purses().orElseThrow().subsidyCents()).isEqualTo(5_000);
        scene.clock.setTo("2026-03-03T00:00:00+08:00");
        var purses = file.of(person.id()).purses().orElseThrow();
        assertThat(purses.subsidyCents()).isZero();
        assertThat(purses.spendableCents()).isEqualTo(700);
        assertThat(purses.subsidyUntil()).isEmpty();
        assertThat(file.of(person.id()).row().subsidyCents()).isZero();
        assertThat(scene.purses(person)).as("in the books until the job").endsWith("+ 50.00");
    }

    @Test
    @DisplayName("D-07 M-156 The job books it back to the fund, dated when it happened; cash stays")
    void the_job_books_it_back_to_the_fund() {
        var person = aGrantOf(5_000, "2026-03-02");
        var kept = aGrantOf(4_000, "2026-03-03");
        var forever = aGrantOf(3_000, "");
        scene.clock.setTo("2026-03-03T00:07:00+08:00");
        expiry.run(THIRD);
        assertThat(scene.purses(person)).isEqualTo("7.00 + 0.00");
        assertThat(scene.purses(kept)).isEqualTo("7.00 + 40.00");
        assertThat(scene.purses(forever)).isEqualTo("7.00 + 30.00");
        var newest =
                scene.ledger
                        .statement(new AccountId(person.id().value()), Optional.empty(), 1)
                        .getFirst();
        assertThat(newest.kind()).isEqualTo(EntryKind.EXPIRY);
        assertThat(newest.change()).isEqualTo(Money.ofCents(-5_000));
        assertThat(newest.other()).isEqualTo(Side.subsidyFund());
        assertThat(newest.at())
                .isEqualTo(OffsetDateTime.parse("2026-03-03T00:00:00+08:00").toInstant());
        assertThat(newest.bookedAt()).isEqualTo(scene.clock.instant());
        var fund = scene.house(Side.subsidyFund());
        expiry.run(THIRD);
        assertThat(scene.house(Side.subsidyFund())).as("a second run does nothing").isEqualTo(fund);
    }

    @Test
    @DisplayName("D-07 A job that comes early or late looks at the day that is")
    void a_job_that_comes_early_takes_nothing() {
        var person = aGrantOf(5_000, "2026-03-02");
        expiry.run(LocalDate.parse("2026-03-09"));
        assertThat(scene.purses(person)).isEqualTo("7.00 + 50.00");
        scene.clock.setTo("2026-03-20T00:07:00+08:00");
        expiry.run(THIRD);
        assertThat(scene.purses(person)).isEqualTo("7.00 + 0.00");
    }

    @Test
    @DisplayName("D-07 More people than one transaction takes all lose their expired subsidy")
    void more_people_than_a_chunk_are_taken() {
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < SubsidyExpiry.CHUNK + 20; i++) {
            people.add(scene.aPerson().id());
        }
        scene.centre.openAccounts(people);
        for (var person : people) {
            scene.topUp(
                    new TopUp(
                            person,
                            Money.ZERO,
                            Money.ofCents(1),
                            SubsidyMode.ACCUMULATE,
                            Optional.of(LocalDate.parse("2026-03-02")),
                            Channel.OTHER,
                            ""));
        }
        scene.clock.setTo("2026-03-03T00:07:00+08:00");
        expiry.run(THIRD);
        assertThat(scene.ledger.expiredSubsidies(THIRD, 10)).isEmpty();
        var accounts = people.stream().map(id -> new AccountId(id.value())).toList();
        assertThat(scene.ledger.balances(accounts).values())
                .hasSameSizeAs(people)
                .allMatch(balances -> balances.subsidy().isZero());
    }

    @Test
    @DisplayName("D-07 A grant that came before the job is not taken")
    void a_grant_that_came_before_the_job_is_not_taken() {
        var person = aGrantOf(5_000, "2026-03-02");
        scene.clock.setTo("2026-03-03T00:07:00+08:00");
        assertThat(scene.ledger.expiredSubsidies(THIRD, 1_000))
                .contains(new AccountId(person.id().value()));
        scene.subsidy(person, 800, SubsidyMode.ACCUMULATE, "2026-03-31");
        expiry.run(THIRD);
        assertThat(scene.purses(person)).isEqualTo("7.00 + 8.00");
    }

    @Test
    void the_job_is_due_a_minute_after_the_day_began() {
        assertThat(expiry.name()).isEqualTo("subsidy-expiry");
        assertThat(expiry.from()).isEqualTo("00:01");
    }

    private Person aGrantOf(long cents, String until) {
        var person = scene.aPersonWithCard();
        scene.cash(person, 700);
        scene.subsidy(person, cents, SubsidyMode.ACCUMULATE, until);
        return person;
    }
}

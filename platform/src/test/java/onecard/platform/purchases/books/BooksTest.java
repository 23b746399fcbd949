package onecard.platform.purchases.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.merchants.MealKind;
import onecard.platform.people.Groups;
import onecard.platform.people.PersonGroup;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.VoidReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Whether the books balance, and who notices if they do not. Each test that plants a wrong row
/// takes it away again.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BooksTest {
    private final TestDatabase database;
    private final House house;
    private Canteen site;
    private Browser browser;
    private Terminal till;
    private Eater pupil;

    BooksTest(TestDatabase database, House house) {
        this.database = database;
        this.house = house;
    }

    @BeforeAll
    void a_day_with_everything_that_is_booked() {
        site = new Canteen(house);
        site.at("2026-03-02 08:00:00");
        theNightIsOver();
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        till = site.till(site.merchant("第一食堂"));
        PersonGroup guests =
                house.asAdministrator(() -> house.bean(Groups.class).add("09", "访客", 9));
        house.asAdministrator(() ->
                house.bean(Rules.class)
                        .add(
                                RuleDraft.forGroups("访客加价", guests.id())
                                        .priced(new Pricing.Surcharge(12_000, "服务费"))));
        pupil = site.eater("张小三", 100_00, 5_00);
        Eater guest = site.eater("客人", Optional.of(guests.id()), 100_00, 0);
        site.at("2026-03-02 11:30:00");
        site.buys(pupil, till, 12_00);
        site.at("2026-03-02 11:31:00");
        site.buys(guest, till, 10_00);
        site.takesBack(till, VoidReason.NO_ANSWER);
        site.at("2026-03-02 11:32:00");
        site.buys(guest, till, 20_00);
        site.at("2026-03-02 11:33:00");
        site.buys(pupil, till, 999_00);
        site.at("2026-03-02 11:34:00");
        site.takesBack(till, VoidReason.NO_ANSWER);
        browser = house.administrator();
    }

    /// Nobody else shall verify while these tests do.
    private void theNightIsOver() {
        database.asOwner()
                .sql(
                        """
                        insert into system.daily_job (job, day, node, lease_until, finished_at)
                        values ('verify-books', '2026-03-02', 0, '2026-03-02', '2026-03-02')
                        """)
                .update();
    }

    private List<JsonNode> badChecks(Browser.Answer answer) {
        var bad = new ArrayList<JsonNode>();
        answer.json()
                .get("checks")
                .forEach(check -> {
                    if (!check.get("ok").booleanValue()) {
                        bad.add(check);
                    }
                });
        return bad;
    }

    private Browser.Answer verify() {
        Browser.Answer answer = browser.post("/api/v1/books/verify", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private JsonNode books() {
        return browser.get("/api/v1/books").json();
    }

    private void plant(String sql) {
        database.asOwner().sql("select purchases.fold_takings()").query(Integer.class).single();
        for (String each : sql.split(";", -1)) {
            database.asOwner().sql(each).update();
        }
    }

    @Test
    @DisplayName("W-03 the books balance, difference 0.00, as of the newest entry; shown live")
    void the_books_balance() {
        site.at("2026-03-02 11:40:00");
        site.buys(pupil, till, 1_00);
        long entries =
                database.asOwner()
                        .sql("select count(*) from ledger.entry")
                        .query(Long.class)
                        .single();
        String newest =
                database.asOwner()
                        .sql(
                                """
                                select ledger.readable(number)
                                  from ledger.entry
                                 order by booked_at desc, number desc
                                 limit 1
                                """)
                        .query(String.class)
                        .single();
        await().untilAsserted(() -> {
            JsonNode books = books();
            assertThat(books.get("balanced").booleanValue()).isTrue();
            assertThat(books.get("differenceCents").longValue()).isZero();
            assertThat(books.get("entries").longValue()).isEqualTo(entries);
            assertThat(books.get("asOfEntry").asString()).isEqualTo(newest);
            assertThat(books.get("firstBad")).isNull();
        });
        JsonNode today = browser.get("/api/v1/today").json();
        assertThat(today.get("books").get("asOfEntry").asString()).isEqualTo(newest);
    }

    @Test
    void verifying_runs_every_check_of_every_room_and_is_on_the_record() {
        Browser.Answer answer = verify();
        assertThat(badChecks(answer)).isEmpty();
        assertThat(answer.json().get("balanced").booleanValue()).isTrue();
        var names = new ArrayList<String>();
        answer.json()
                .get("checks")
                .forEach(check -> {
                    names.add(check.get("name").asString());
                    assertThat(check.get("title").asString()).isNotBlank();
                });
        assertThat(names)
                .contains(
                        "sum-of-all-accounts-is-zero",
                        "purse-equals-entries",
                        "chain-without-gap",
                        "takings-equal-journal",
                        "journal-equals-entries",
                        "claim-has-its-row",
                        "void-has-its-purchase",
                        "usage-not-below-zero");
        JsonNode newest = browser.get("/api/v1/audit?limit=1").json().get("items").get(0);
        assertThat(newest.get("action").asString()).isEqualTo("purchases.books-verified");
    }

    /// A wrong row of each kind, and how to take it away again.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    takings-equal-journal  | update purchases.takings_folded set net = net + 1 where kind = 1 | update purchases.takings_folded set net = net - 1 where kind = 1
                    takings-equal-journal  | update purchases.takings_folded set declined = declined + 1 | update purchases.takings_folded set declined = declined - 1
                    takings-equal-journal  | update purchases.takings_folded set meal = 99 where kind = 1 | update purchases.takings_folded set meal = 1 where kind = 1
                    journal-equals-entries | update purchases.purchase set merchant = 99 where gross = 1200 | update purchases.purchase set merchant = 1 where gross = 1200
                    journal-equals-entries | update purchases.purchase set cash = cash + 100, subsidy = subsidy - 100 where gross = 1200 | update purchases.purchase set cash = cash - 100, subsidy = subsidy + 100 where gross = 1200
                    journal-equals-entries | update ledger.entry set cause = cause + 1 where kind = 12 | update ledger.entry set cause = cause - 1 where kind = 12
                    journal-equals-entries | update ledger.entry set credit = credit - 1 where kind = 12 | update ledger.entry set credit = credit + 1 where kind = 12
                    claim-has-its-row      | update purchases.claim set number = number + 1 where seq = 1 | update purchases.claim set number = number - 1 where seq = 1
                    claim-has-its-row      | update purchases.claim set seq = 77 where seq = 1 | update purchases.claim set seq = 1 where seq = 77
                    void-has-its-purchase  | update purchases.voided set number = number + 1 | update purchases.voided set number = number - 1
                    void-has-its-purchase  | update purchases.voided set purchase = purchase + 1 | update purchases.voided set purchase = purchase - 1
                    void-has-its-purchase  | update purchases.purchase set account = 1 where undoes is not null | update purchases.purchase set account = 2 where undoes is not null
                    void-has-its-purchase  | update purchases.purchase set undoes = undoes + 9 where undoes is not null | update purchases.purchase set undoes = undoes - 9 where undoes is not null
                    usage-not-below-zero   | update ledger.account set note = overlay(note placing decode('000000054e200001ffffffffffffffff', 'hex') from length(note) + 1) where id = 1 | update ledger.account set note = substring(note for length(note) - 16) where id = 1
                    usage-not-below-zero   | update ledger.account set note = overlay(note placing int8send(6) from length(note) + 1) where id = 1 | update ledger.account set note = substring(note for length(note) - 8) where id = 1
                    chain-without-gap      | update ledger.entry set cash_after = cash_after + 1 where version = 2 and account = 1 | update ledger.entry set cash_after = cash_after - 1 where version = 2 and account = 1
                    """)
    void a_wrong_row_is_found_and_named(String check, String plant, String mend) {
        plant(plant);
        try {
            Browser.Answer answer = verify();
            assertThat(answer.json().get("balanced").booleanValue()).isFalse();
            assertThat(badChecks(answer))
                    .anySatisfy(bad -> {
                        assertThat(bad.get("name").asString()).isEqualTo(check);
                        assertThat(bad.get("found").asString())
                                .isNotBlank()
                                .doesNotContain("–", "{");
                    });
            assertThat(books().get("balanced").booleanValue()).isFalse();
            assertThat(browser.get("/api/v1/today").json().get("books").get("firstBad").asString())
                    .isNotBlank()
                    .isEqualTo(books().get("firstBad").asString());
        } finally {
            plant(mend);
        }
        assertThat(verify().json().get("balanced").booleanValue()).isTrue();
        assertThat(books().get("balanced").booleanValue()).isTrue();
    }

    @Test
    @DisplayName("W-03 a purse that somebody changed by hand shows at the next look, to the cent")
    void a_purse_that_was_changed_by_hand_shows() {
        plant("update ledger.account set cash = cash + 7 where id = 1");
        try {
            assertThat(house.bean(BooksWatch.class).look().balanced()).isFalse();
            assertThat(books().get("differenceCents").longValue()).isEqualTo(7);
        } finally {
            plant("update ledger.account set cash = cash - 7 where id = 1");
            house.bean(BooksWatch.class).look();
        }
        assertThat(books().get("balanced").booleanValue()).isTrue();
    }

    @Test
    void what_was_found_at_night_stands_until_the_next_time() {
        var night = house.bean(BooksByNight.class);
        plant("update purchases.takings_folded set count = count + 1");
        night.run(LocalDate.of(2026, 3, 3));
        plant("update purchases.takings_folded set count = count - 1");
        house.bean(BooksWatch.class).look();
        assertThat(books().get("balanced").booleanValue()).isFalse();
        night.run(LocalDate.of(2026, 3, 4));
        assertThat(books().get("balanced").booleanValue()).isTrue();
    }

    @Test
    void two_do_not_verify_at_the_same_time() throws SQLException {
        try (var connection = database.ownerDataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table purchases.claim in access exclusive mode");
            }
            Browser other = house.administrator();
            var first = CompletableFuture.supplyAsync(() -> other.post("/api/v1/books/verify", ""));
            await().until(() -> waiting() > 0);
            Browser.Answer refused = browser.post("/api/v1/books/verify", "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("type").asString())
                    .isEqualTo("urn:onecard:problem:books-being-verified");
            connection.rollback();
            assertThat(first.join().status()).isEqualTo(200);
        }
    }

    private long waiting() {
        return database.asOwner()
                .sql(
                        """
                        select count(*) from pg_locks
                         where relation = 'purchases.claim'::regclass and not granted
                        """)
                .query(Long.class)
                .single();
    }

    @Test
    void who_may_not_verify_may_still_see() {
        Browser clerk = site.hires("clerk", "CLERK", "en", List.of());
        assertThat(clerk.get("/api/v1/books").status()).isEqualTo(200);
        assertThat(clerk.post("/api/v1/books/verify", "").status()).isEqualTo(403);
    }
}

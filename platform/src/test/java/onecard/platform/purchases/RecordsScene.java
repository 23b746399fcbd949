package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.cards.CardCentre;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.system.DailyJob;
import onecard.platform.terminals.Heard;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.VoidReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// A canteen whose tills sold without asking, and what became of it in the books.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordsScene {
    static final CardUid NOBODYS = new CardUid("FFFFFFFE");

    House house;
    Canteen site;
    Merchant canteen;
    Records records;
    int cards;

    @BeforeAll
    void a_canteen(House started) {
        house = started;
        site = new Canteen(house);
        site.at("2026-03-01 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        canteen = site.merchant("第一食堂");
        records = house.bean(Records.class);
    }

    /// A till whose clock is so far ahead of ours, as its last heartbeat said.
    Terminal till(Duration ahead) {
        Terminal till = site.till(canteen);
        Instant now = house.clock().instant();
        var report = new Heard.Report(ahead, "test", 0, 0, 0, 0, Optional.empty());
        // The register is read before somebody can be heard.
        house.bean(Terminals.class).current();
        house.bean(Terminals.class)
                .heard(till.serial(), new Heard(now, "10.0.0.1:1", Optional.of(report)));
        return till;
    }

    Terminal till() {
        return till(Duration.ZERO);
    }

    static SoldRecord sold(long seq, CardUid card, long cents, Instant at) {
        return new SoldRecord(
                seq,
                Mode.FREE_AMOUNT,
                new Instrument.Card(card, false),
                Money.ofCents(cents),
                at,
                true,
                false,
                false,
                Optional.empty());
    }

    /// A sale to a face, which nobody can be told by.
    static SoldRecord toAFace(long seq, Instant at) {
        return new SoldRecord(
                seq,
                Mode.FREE_AMOUNT,
                new Instrument.Face("2026001", 97),
                Money.ofCents(3_00),
                at,
                true,
                false,
                false,
                Optional.empty());
    }

    List<Records.Fate> report(Terminal till, SoldRecord... sold) {
        var result = records.book(till.serial(), List.of(sold), house.clock().instant());
        assertThat(result).isInstanceOf(Records.Result.Safe.class);
        return ((Records.Result.Safe) result).fates();
    }

    Outcome asks(Terminal till, SoldRecord sale) {
        return house.bean(Purchases.class)
                .take(
                        new Order.Sale(
                                new PurchaseId(till.serial(), sale.seq()),
                                sale.mode(),
                                sale.instrument(),
                                sale.amount(),
                                sale.terminalTime(),
                                house.clock().instant()))
                .join();
    }

    Outcome takesBack(Terminal till, long seq) {
        return house.bean(Purchases.class)
                .take(
                        new Order.TakeBack(
                                new PurchaseId(till.serial(), seq),
                                VoidReason.NO_ANSWER,
                                house.clock().instant()))
                .join();
    }

    String purses(Eater eater) {
        return house.database()
                .asOwner()
                .sql(
                        "select cash, subsidy, held_cash, held_subsidy from ledger.account where id = :id")
                .param("id", eater.id().value())
                .query((row, _) ->
                        row.getLong(1)
                                + " + "
                                + row.getLong(2)
                                + (row.getLong(3) + row.getLong(4) == 0
                                        ? ""
                                        : " held " + row.getLong(3) + " + " + row.getLong(4)))
                .single();
    }

    List<String> listed(Terminal till) {
        return house.database()
                .asOwner()
                .sql(
                        """
                        select seq || ' ' || fate || ' ' || array_to_string(reasons, ',') as item
                          from purchases.follow_up
                         where terminal = :terminal
                         order by id
                        """)
                .param("terminal", till.id().value())
                .query((row, _) -> row.getString("item"))
                .list();
    }

    JsonNode lastRow(Eater eater) {
        Browser administrator = house.administrator();
        return administrator
                .get("/api/v1/purchases?limit=1&personId=" + eater.id().value())
                .json()
                .get("items")
                .get(0);
    }

    LocalDate bookedOn(Terminal till) {
        return house.database()
                .asOwner()
                .sql(
                        "select booked_on from purchases.takings where terminal = :terminal and kind = 2")
                .param("terminal", till.id().value())
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .single();
    }

    CardUid replaced(Eater eater, int greyDays) {
        house.asAdministrator(() -> house.bean(CardCentre.class).reportLoss(eater.id()));
        var administrator = house.administrator();
        var parameters = administrator.get("/api/v1/card-parameters");
        var changed =
                administrator.patch(
                        "/api/v1/card-parameters",
                        parameters.header("ETag"),
                        Map.of("greyDays", greyDays));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        cards++;
        var fresh = "04B1B2%02X".formatted(cards);
        administrator.with("Idempotency-Key", UUID.randomUUID().toString());
        var done =
                administrator.post(
                        "/api/v1/people/" + eater.id().value() + "/card-replacement",
                        Map.of("uid", fresh, "damaged", false, "goOn", true));
        assertThat(done.status()).as(done.text()).isBetween(200, 201);
        return new CardUid(fresh);
    }

    int overdraft(Eater eater) {
        return house.database()
                .asOwner()
                .sql("select max(overdraft) from ledger.entry where account = :id")
                .param("id", eater.id().value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// What happens to one number, in some order: it is asked for online, reported, given up.
    void anyOrder(long seed) {
        var random = new Random(seed);
        Instant now = site.at("2026-03-16 11:30:00");
        var eaters = new ArrayList<Eater>();
        for (int i = 0; i < 4; i++) {
            eaters.add(site.eater("随机" + i, 1_000_00, 5_00));
        }
        var till = till();
        var charged = new HashMap<Eater, Long>();
        var deeds = new ArrayList<Runnable>();
        for (long seq = 1; seq <= 40; seq++) {
            long number = seq;
            var eater = eaters.get(random.nextInt(eaters.size()));
            long cents = 1L + random.nextInt(500);
            // Two sales of a person online lie apart, or the second came too soon.
            Instant at = now.plusSeconds(number * 60);
            if (happens(deeds, till, sold(number, eater.card(), cents, at), random)) {
                charged.merge(eater, cents, Long::sum);
            }
        }
        house.clock().pass(Duration.ofHours(2));
        Collections.shuffle(deeds, random);
        deeds.forEach(Runnable::run);
        for (Eater eater : eaters) {
            long left = 1_005_00 - charged.getOrDefault(eater, 0L);
            assertThat(total(eater)).as("seed %d, %s", seed, eater.id()).isEqualTo(left);
        }
    }

    /// Tells whether the sale stands in the end, whatever the order.
    private boolean happens(List<Runnable> deeds, Terminal till, SoldRecord sale, Random random) {
        int copies = 1 + random.nextInt(3);
        for (int copy = 0; copy < copies; copy++) {
            deeds.add(() -> report(till, sale));
        }
        if (random.nextInt(3) == 0) {
            deeds.add(() -> {
                house.clock().pass(Duration.ofSeconds(6));
                asks(till, sale);
            });
        }
        boolean givenUp = random.nextInt(4) == 0;
        if (givenUp) {
            deeds.add(() -> takesBack(till, sale.seq()));
        }
        return !givenUp;
    }

    long total(Eater eater) {
        return house.database()
                .asOwner()
                .sql("select cash + subsidy from ledger.account where id = :id")
                .param("id", eater.id().value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    void grant(Eater eater, long cents, String until) {
        var administrator = house.administrator();
        administrator.with("Idempotency-Key", UUID.randomUUID().toString());
        var done =
                administrator.post(
                        "/api/v1/top-ups",
                        Map.of(
                                "personId",
                                eater.id().value(),
                                "cashCents",
                                0,
                                "subsidyCents",
                                cents,
                                "subsidyMode",
                                "ACCUMULATE",
                                "subsidyUntil",
                                until,
                                "channel",
                                "OTHER"));
        assertThat(done.status()).as(done.text()).isBetween(200, 201);
    }

    void expire() {
        for (DailyJob job : house.beans(DailyJob.class)) {
            if (job.name().equals("subsidy-expiry")) {
                job.run(LocalDate.parse("2026-03-14"));
            }
        }
    }
}

package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.House;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.Departments;
import onecard.platform.people.ImportScene;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import tools.jackson.databind.JsonNode;

/// People with accounts, and tables of money for them.
final class MoneyTables {
    static final String TOP_UP = "部门,工号,姓名,卡号,现金,补贴,补贴方式,补贴有效日期,导入版本号\n";
    static final String REFUND = "部门,工号,姓名,卡号,现金,补贴,原因,导入版本号\n";

    final House house;
    final ImportScene scene;
    private int cards = 0x05B20000;

    MoneyTables(House house) {
        this.house = house;
        scene = new ImportScene(house);
        house.clock().goTo(Instant.parse("2026-03-02T03:30:00Z"));
    }

    /// Somebody with a card and so much in the purses.
    PersonId aPerson(String number, String name, long cash, long subsidy, String until) {
        var id = aStranger(number, name);
        return house.asAdministrator(() -> {
            house.bean(CardCentre.class).issue(id, aCard(), Optional.empty());
            if (cash > 0 || subsidy > 0) {
                house.bean(TopUps.class)
                        .topUp(
                                UUID.randomUUID(),
                                new TopUp(
                                        id,
                                        Money.ofCents(cash),
                                        Money.ofCents(subsidy),
                                        SubsidyMode.ACCUMULATE,
                                        until.isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(java.time.LocalDate.parse(until)),
                                        Channel.CASH,
                                        ""));
            }
            return id;
        });
    }

    /// Somebody without an account.
    PersonId aStranger(String number, String name) {
        var root = house.bean(Departments.class).root().id();
        return house.asAdministrator(() ->
                        house.bean(People.class)
                                .add(
                                        new NewPerson(
                                                Optional.of(new PersonNo(number)),
                                                name,
                                                root,
                                                Optional.empty(),
                                                Optional.empty())))
                .id();
    }

    CardUid aCard() {
        return new CardUid("%08X".formatted(++cards));
    }

    /// `50.00 + 20.00 until 2026-03-31`.
    String purses(PersonId id) {
        var account = new AccountId(id.value());
        var held = house.bean(Ledger.class).balances(List.of(account)).get(account);
        return held == null
                ? "none"
                : held.cash()
                        + " + "
                        + held.subsidy()
                        + held.subsidyUntil().map(day -> " until " + day).orElse("");
    }

    JsonNode checked(String kind, String csv) {
        return scene.check(scene.upload(kind, csv), "AS_IN_TABLE");
    }

    /// Imports a table and waits for the last row to be booked.
    JsonNode imported(String kind, String csv) {
        return written(checked(kind, csv));
    }

    JsonNode written(JsonNode checked) {
        return gone(checked, "write");
    }

    JsonNode undone(JsonNode written) {
        return gone(written, "undo");
    }

    private JsonNode gone(JsonNode one, String step) {
        var job = scene.run(one, step);
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        var now = scene.read(one.get("id").asInt());
        var last = scene.over(now.get("jobId").asInt());
        assertThat(last.get("state").asString()).as(last.toString()).isEqualTo("DONE");
        assertThat(last.get("kind").asString()).isEqualTo(MoneyBatches.KIND);
        return scene.read(one.get("id").asInt());
    }

    /// `4 E abc: Not an amount`, one for each problem.
    List<String> bad(JsonNode checked) {
        return told(scene.rows(checked, "&failed=true"), "problems");
    }

    List<String> notices(JsonNode checked) {
        return told(scene.rows(checked, "&noticed=true"), "notices");
    }

    private static List<String> told(List<JsonNode> rows, String what) {
        var told = new ArrayList<String>();
        for (var row : rows) {
            for (var note : row.get(what)) {
                told.add(
                        "%d %s %s: %s"
                                .formatted(
                                        row.get("row").asInt(),
                                        note.get("column").asString(),
                                        note.get("value").asString(),
                                        note.get("text").asString()));
            }
        }
        return told;
    }

    /// `2: Cash balance 0.00 → 50.00`.
    List<String> effects(JsonNode checked) {
        var told = new ArrayList<String>();
        for (var row : scene.rows(checked, "")) {
            for (var change : row.get("changes")) {
                told.add(
                        "%d: %s %s → %s"
                                .formatted(
                                        row.get("row").asInt(),
                                        change.get("title").asString(),
                                        change.get("before").asString(),
                                        change.get("after").asString()));
            }
        }
        return told;
    }

    /// `1 + 0 + 0, 2 bad`: added, changed, the same.
    static String counts(JsonNode one) {
        var counts = one.get("counts");
        return counts.get("add").asInt()
                + " + "
                + counts.get("same").asInt()
                + ", "
                + counts.get("bad").asInt()
                + " bad";
    }

    static Map<String, String> sums(JsonNode one) {
        var sums = new java.util.LinkedHashMap<String, String>();
        one.get("sums")
                .forEach(sum -> sums.put(sum.get("title").asString(), sum.get("value").asString()));
        return sums;
    }
}

package onecard.platform.cards;

import static onecard.platform.cards.MoneyTables.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.people.PersonId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueImportTest {
    private final House house;
    private final MoneyTables tables;

    IssueImportTest(House house) {
        this.house = house;
        tables = new MoneyTables(house);
    }

    private JsonNode checked(String csv) {
        return tables.scene.check(tables.scene.upload("card-issues", csv), "ISSUE");
    }

    private JsonNode gone(JsonNode one, String step) {
        assertThat(tables.scene.run(one, step).get("state").asString()).isEqualTo("DONE");
        var now = tables.scene.read(one.get("id").asInt());
        var job = tables.scene.over(now.get("jobId").asInt());
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.get("kind").asString()).isEqualTo(IssueBatches.KIND);
        return tables.scene.read(one.get("id").asInt());
    }

    private List<String> cards(PersonId id) {
        return house.bean(Cards.class).of(id).stream()
                .map(card -> card.uid().hex() + " " + card.state())
                .toList();
    }

    @Test
    @DisplayName(
            "M-139 M-140 M-141 Cards are issued from a file of LibreOffice: one each, no card twice")
    void cards_are_issued_from_a_file() throws IOException {
        tables.aPerson("3001", "王一", 0, 0, "");
        var first = tables.aStranger("3005", "赵五");
        var second = tables.aStranger("3006", "钱六");
        tables.aStranger("3007", "孙七");
        tables.aStranger("3008", "李八");
        var file = aFileOfCards();
        var uploaded = tables.scene.upload("card-issues", "发卡.xlsx", file);
        assertThat(uploaded.get("choice").get("columns").get("uid").asInt()).isEqualTo(2);
        var checked = tables.scene.check(uploaded, "ISSUE");
        assertThat(counts(checked)).isEqualTo("2 + 0, 4 bad");
        assertThat(tables.bad(checked).get(0))
                .startsWith("4 B 3001: This person holds the valid card 05B2");
        assertThat(tables.bad(checked).subList(1, 4))
                .containsExactly(
                        "5 B 3999: Nobody has this number",
                        "6 C 04D1D2D5: The card stands in row 2 already",
                        "7 C 坏卡: A card serial is 8, 14 or 20 hex digits");
        assertThat(tables.effects(checked))
                .containsExactly(
                        "2: Card  → 04D1D2D5",
                        "2: Valid until  → 2036-03-02",
                        "3: Card  → 04D1D2D6",
                        "3: Valid until  → 2036-03-02");
        var done = gone(checked, "write");
        assertThat(cards(first)).containsExactly("04D1D2D5 ISSUED");
        assertThat(cards(second)).containsExactly("04D1D2D6 ISSUED");
        var again = tables.scene.check(tables.scene.upload("card-issues", "2.xlsx", file), "ISSUE");
        assertThat(counts(again)).isEqualTo("0 + 2, 4 bad");
        // One lost the card since: it cannot be taken back.
        house.asAdministrator(() -> house.bean(CardCentre.class).reportLoss(second));
        var undone = gone(done, "undo");
        assertThat(cards(first)).containsExactly("04D1D2D5 RETURNED");
        assertThat(cards(second)).containsExactly("04D1D2D6 LOST");
        assertThat(undone.get("failed").get("notUndone").asInt()).isEqualTo(1);
        assertThat(tables.bad(undone)).contains("3 C 04D1D2D6: The card is reported lost");
        aReturnedCardIsIssuedAgain();
    }

    private static byte[] aFileOfCards() throws IOException {
        try (var in = IssueImportTest.class.getResourceAsStream("/sheets/libreoffice-cards.xlsx")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private void aReturnedCardIsIssuedAgain() {
        // A card that was given back can be issued again, a lost one not.
        var third = checked("工号,卡号,有效期\n3007,04 D1 D2 D5,2030-12-31\n3008,04D1D2D6,\n");
        assertThat(tables.bad(third))
                .containsExactly("3 B 04D1D2D6: Card 04D1D2D6 is issued to somebody else.");
        gone(third, "write");
        assertThat(house.bean(Cards.class).of(person("3007")).getFirst().validUntil())
                .isEqualTo(java.time.LocalDate.parse("2030-12-31"));
    }

    private PersonId person(String number) {
        return house.bean(onecard.platform.people.People.class)
                .byNo(new onecard.platform.people.PersonNo(number))
                .orElseThrow()
                .id();
    }

    @Test
    @DisplayName("M-140 Frozen, closed, left, lost: each row says why, as the desk does")
    void each_row_says_why() {
        var frozen = tables.aStranger("M14001", "冻结");
        var lost = tables.aPerson("M14002", "挂失", 0, 0, "");
        var left = tables.aStranger("M14003", "离职");
        house.asAdministrator(() -> {
            house.bean(CardCentre.class).issue(frozen, tables.aCard(), java.util.Optional.empty());
            house.bean(CardCentre.class).freeze(frozen);
            house.bean(CardCentre.class).reportLoss(lost);
            house.bean(onecard.platform.people.Archive.class)
                    .add(
                            List.of(left),
                            house.bean(onecard.platform.people.Choices.class)
                                    .of(onecard.platform.people.Choice.List.LEAVING_REASON)
                                    .getFirst()
                                    .id(),
                            "");
            return true;
        });
        var checked =
                checked(
                        "工号,卡号,有效期\nM14001,04E00001,\nM14002,04E00002,\nM14003,04E00003,\nM14001,04E00004,2020-01-01\n");
        assertThat(tables.bad(checked).stream().map(line -> line.substring(0, 1)))
                .containsExactly("2", "3", "4", "5");
        assertThat(tables.bad(checked).toString())
                .contains(
                        "unfreeze it first",
                        "reported lost",
                        "离职 has left",
                        "Must be between 2026-03-02");
    }

    @Test
    @DisplayName("W-14 Issuing is broken off between chunks and goes on; nobody gets two")
    void issuing_goes_on() {
        var csv = new StringBuilder("工号,卡号\n");
        var people = new ArrayList<PersonId>();
        for (int i = 0; i < IssueBatches.CHUNK + 10; i++) {
            people.add(tables.aStranger("W14%03d".formatted(i), "多" + i));
            csv.append("W14%03d,05E0%04X\n".formatted(i, i));
        }
        var checked = checked(csv.toString());
        int id = checked.get("id").asInt();
        var lines = new ArrayList<IssueRowTable.Line>();
        for (int i = 0; i < people.size(); i++) {
            lines.add(
                    new IssueRowTable.Line(
                            i + 2,
                            people.get(i),
                            new onecard.vocabulary.CardUid("05E0%04X".formatted(i)),
                            java.util.Optional.empty()));
        }
        var room = house.bean(IssueBatches.class);
        house.bean(IssueRowTable.class).add(id, lines);
        var order = new IssueBatches.Order(id, false);
        assertThatThrownBy(() -> house.asAdministrator(() -> room.run(order, new BrokenOffRun(1))))
                .hasMessage("killed");
        assertThat(house.bean(IssueRowTable.class).count(id).issued())
                .isEqualTo(IssueBatches.CHUNK);
        house.asAdministrator(() -> room.run(order, new BrokenOffRun(99)));
        assertThat(house.bean(IssueRowTable.class).count(id).issued()).isEqualTo(people.size());
        people.forEach(one -> assertThat(cards(one)).hasSize(1));
    }
}

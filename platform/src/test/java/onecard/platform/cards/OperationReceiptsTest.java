package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.Purse;
import onecard.platform.people.Person;
import onecard.platform.receipts.Receipt;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationReceiptsTest {
    private final CardScene scene;

    OperationReceiptsTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
        scene.parameters(
                now -> ParameterChange.withCosts(ParameterChange.withGreyDays(now, 0), 0, 0));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    /// The receipt of what was done last with somebody.
    private Receipt receipt(Person person) {
        return receipt(CardScene.LI, operations(person).getFirst().id());
    }

    private List<OperationRow> operations(Person person) {
        return scene.rooms.door(OperationTable.class).ofPerson(person.id(), Integer.MAX_VALUE, 50);
    }

    private Receipt receipt(Operator who, int operation) {
        return scene.as(
                who,
                () -> scene.rooms.door(OperationReceipts.class).of(Integer.toString(operation)));
    }

    /// Title, figures and balances in one line.
    private static String words(Receipt receipt) {
        return receipt.title()
                + ": "
                + Stream.concat(receipt.figures().stream(), receipt.balances().stream())
                        .map(figure -> figure.label() + " " + figure.text())
                        .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName(
            "M-151 D-42 The receipt of a top-up has the figures of its entries, for whom, by whom")
    void of_a_top_up() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 2_000);
        var done =
                scene.topUp(
                        new TopUp(
                                person.id(),
                                Money.ofCents(5_000),
                                Money.ofCents(1_000),
                                SubsidyMode.ACCUMULATE,
                                Optional.empty(),
                                Channel.WECHAT,
                                "三月"));
        var receipt = receipt(person);
        assertThat(words(receipt))
                .isEqualTo(
                        "Top-up: Subsidy granted 10.00, Cash topped up 50.00,"
                                + " Received (WeChat) 50.00,"
                                + " Cash balance 70.00, Subsidy balance 10.00");
        assertThat(receipt.number()).contains(new JournalNumber(done.number()).toString());
        assertThat(receipt.clerk()).isEqualTo("李师傅");
        assertThat(receipt.at()).isEqualTo("2026-03-02T11:30:00+08:00");
        assertThat(receipt.holder())
                .contains(
                        new Receipt.Holder(
                                person.number().value(),
                                person.name(),
                                Optional.of(scene.uidOf(person).hex())));
        assertThat(receipt.notes()).containsExactly("Remark: 三月");
        scene.spend(person, Purse.CASH, 6_000);
        assertThat(receipt(person).balances())
                .as("what was bought since changes no receipt")
                .isEqualTo(receipt.balances());
    }

    @Test
    @DisplayName("M-151 An undo says what it undoes, and the receipt of what was undone says so")
    void of_an_undo() {
        var person = scene.aPersonWithCard();
        var done = scene.cash(person, 2_000);
        scene.undo(done);
        var receipt = receipt(person);
        assertThat(words(receipt))
                .isEqualTo(
                        "Top-up undone: Cash taken back 20.00, Paid out (cash) 20.00,"
                                + " Cash balance 0.00, Subsidy balance 0.00");
        assertThat(receipt.notes())
                .containsExactly("Undoes: Top-up " + new JournalNumber(done.number()));
        assertThat(receipt(CardScene.LI, operations(person).get(1).id()).notes())
                .containsExactly("This was undone since");
    }

    @Test
    @DisplayName("M-151 M-167 D-03 A refund: cash out of the drawer, a subsidy back to the fund")
    void of_a_refund() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "");
        var done = scene.refund(person, 1_200, 500);
        assertThat(words(receipt(person)))
                .isEqualTo(
                        "Refund: Cash refunded 12.00, Subsidy back to the fund 5.00,"
                                + " Paid out (cash) 12.00,"
                                + " Cash balance 18.00, Subsidy balance 15.00");
        scene.undoRefund(done);
        assertThat(words(receipt(person)))
                .isEqualTo(
                        "Refund undone: Cash put back 12.00, Subsidy put back 5.00,"
                                + " Received (cash) 12.00,"
                                + " Cash balance 30.00, Subsidy balance 20.00");
    }

    @Test
    @DisplayName("M-151 M-143 M-148 D-06 A card, its deposit and its first money are one receipt")
    void of_a_card_with_its_first_money() {
        scene.parameters(now -> ParameterChange.withCosts(now, 1_500, 500));
        var person = scene.aPerson();
        scene.issue(person, 1_500, 2_000, 0);
        var receipt = receipt(person);
        assertThat(words(receipt))
                .isEqualTo(
                        "Card issued: Card deposit 10.00, Card fee 5.00, Cash topped up 20.00,"
                                + " Received (cash) 35.00,"
                                + " Cash balance 20.00, Subsidy balance 0.00");
        assertThat(operations(person)).hasSize(2);
        assertThat(receipt(CardScene.LI, operations(person).get(1).id()))
                .as("asked for by the other half it is the same receipt")
                .isEqualTo(receipt);
    }

    @Test
    @DisplayName(
            "M-151 M-177 M-184 D-49 A replacement tells what is held, a take-over what came back")
    void of_a_replacement_and_a_take_over() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 800, SubsidyMode.ACCUMULATE, "");
        scene.move(person, CardMove.REPORT_LOSS);
        assertThat(words(receipt(person))).isEqualTo("Loss reported: ");
        scene.replace(person, false, 3, 1_000, false);
        var receipt = receipt(person);
        assertThat(words(receipt))
                .isEqualTo(
                        "Card replaced: Card deposit 10.00, Old card's cash put on hold 30.00,"
                                + " Old card's subsidy put on hold 8.00, Received (cash) 10.00,"
                                + " Cash balance 0.00, Subsidy balance 0.00,"
                                + " Cash on hold 30.00, Subsidy on hold 8.00");
        assertThat(receipt.holder().orElseThrow().card())
                .as("the new card")
                .contains(scene.uidOf(person).hex());
        scene.clock.setTo("2026-03-06T11:30:00+08:00");
        scene.takeOver(person);
        assertThat(words(receipt(person)))
                .isEqualTo(
                        "Balance taken over: Cash taken over 30.00, Subsidy taken over 8.00,"
                                + " Cash balance 30.00, Subsidy balance 8.00,"
                                + " Cash on hold 0.00, Subsidy on hold 0.00");
    }

    @Test
    @DisplayName("M-151 M-187 M-193 D-03 A closed account: all that was paid out on one receipt")
    void of_a_closed_account() {
        scene.parameters(now -> ParameterChange.withCosts(now, 1_000, 0));
        var person = scene.aPerson();
        scene.issue(person, 1_000, 2_000, 0);
        scene.subsidy(person, 700, SubsidyMode.ACCUMULATE, "");
        scene.cancel(person, CardMove.CLOSE_WITH_CARD, Optional.empty());
        var receipt = receipt(person);
        assertThat(words(receipt))
                .isEqualTo(
                        "Account closed (with card): Cash refunded 20.00,"
                                + " Subsidy back to the fund 7.00, Card deposit returned 10.00,"
                                + " Paid out (cash) 30.00,"
                                + " Cash balance 0.00, Subsidy balance 0.00");
        assertThat(receipt(CardScene.LI, operations(person).get(1).id())).isEqualTo(receipt);
    }

    @Test
    @DisplayName("M-151 M-188 A card given back: its deposit, and no word of the balance")
    void of_a_card_given_back() {
        scene.parameters(now -> ParameterChange.withCosts(now, 1_000, 0));
        var person = scene.aPerson();
        scene.issue(person, 1_000, 0, 0);
        scene.cancel(person, CardMove.RETURN_CARD, Optional.of(400L));
        assertThat(words(receipt(person)))
                .isEqualTo(
                        "Card returned: Card deposit returned 4.00, Card deposit forfeited 6.00,"
                                + " Paid out (cash) 4.00");
    }

    @Test
    @DisplayName("M-151 D-42 The statement of a shift: what should be in the drawer, and what was")
    void of_a_shift() {
        var shifts = scene.rooms.door(Shifts.class);
        scene.as(CardScene.ZHAO, () -> shifts.open(Money.ofCents(10_000)));
        var person = scene.aPersonWithCard();
        scene.as(
                CardScene.ZHAO,
                () ->
                        scene.topUps.topUp(
                                CardScene.aKey(),
                                new TopUp(
                                        person.id(),
                                        Money.ofCents(5_000),
                                        Money.ZERO,
                                        SubsidyMode.ACCUMULATE,
                                        Optional.empty(),
                                        Channel.CASH,
                                        "")));
        scene.refund(CardScene.ZHAO, person, 1_200, 0);
        var closed = scene.as(CardScene.ZHAO, () -> shifts.close(Money.ofCents(13_700), "少一元"));
        var receipt =
                scene.as(
                        CardScene.ZHAO,
                        () ->
                                scene.rooms
                                        .door(ShiftReceipts.class)
                                        .of(Integer.toString(closed.shift().id())));
        assertThat(words(receipt))
                .isEqualTo(
                        "Shift statement: Opened 2026-03-02 11:30:00, Closed 2026-03-02 11:30:00,"
                                + " Top-up × 1 (cash) 50.00, Refund × 1 (cash) -12.00,"
                                + " Opening cash 100.00, Cash expected 138.00,"
                                + " Cash counted 137.00, Difference -1.00");
        assertThat(receipt.clerk()).isEqualTo("赵师傅");
        assertThat(receipt.notes()).containsExactly("Remark: 少一元");
    }

    @Test
    @DisplayName("M-151 Who may not read an operation gets no receipt of it")
    void who_may_not_read_gets_no_receipt() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 2_000);
        int operation = operations(person).getFirst().id();
        ProblemAssert.assertThat(() -> receipt(clerk(12, Permission.TOP_UP), operation))
                .is("not-found");
        ProblemAssert.assertThat(() -> receipt(clerk(11, Permission.SEE_TODAY), operation))
                .is("not-found");
        ProblemAssert.assertThat(() -> receipt(CardScene.LI, 999_999)).is("not-found");
        assertThat(receipt(clerk(11, Permission.TOP_UP), operation).title()).isEqualTo("Top-up");
        assertThat(receipt(clerk(13, Permission.SEE_PEOPLE), operation).title())
                .isEqualTo("Top-up");
    }

    private static Operator clerk(int id, Permission... permissions) {
        return new Operator(id, "x", "x", Language.EN, MerchantScope.ALL, Set.of(permissions));
    }
}

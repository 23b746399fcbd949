package onecard.platform.authorization;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.House;
import onecard.platform.cards.CardCentre;
import onecard.platform.cards.Channel;
import onecard.platform.cards.SubsidyMode;
import onecard.platform.cards.TopUp;
import onecard.platform.cards.TopUps;
import onecard.platform.merchants.Merchant;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Departments;
import onecard.platform.people.Groups;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonGroup;
import onecard.platform.people.PersonId;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.system.OpenDoor;
import onecard.platform.terminals.NewTerminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.Window;

/// A canteen with one terminal; a pupil with a card, 100.00 of cash and 5.00 of subsidy who pays
/// nine tenths, three times a day.
final class Canteen {
    static final SerialNo SERIAL = new SerialNo("OC-70001");
    static final CardUid CARD = new CardUid("04A1B2C3");

    private final House house;
    String key;
    final PersonId pupil;

    Canteen(House house) {
        this.house = house;
        this.pupil = house.asAdministrator(this::pupil);
        this.key = house.asAdministrator(this::terminal);
    }

    private PersonId pupil() {
        PersonGroup pupils = house.bean(Groups.class).add("S", "学生", 1);
        PersonId id =
                house.bean(People.class)
                        .add(
                                new NewPerson(
                                        Optional.empty(),
                                        "张小三",
                                        house.bean(Departments.class).root().id(),
                                        Optional.of(pupils.id()),
                                        Optional.empty()))
                        .id();
        house.bean(CardCentre.class).issue(id, CARD, Optional.empty());
        house.bean(TopUps.class)
                .topUp(
                        UUID.randomUUID(),
                        new TopUp(
                                id,
                                Money.ofCents(10_000),
                                Money.ofCents(500),
                                SubsidyMode.ACCUMULATE,
                                Optional.empty(),
                                Channel.CASH,
                                ""));
        house.bean(Rules.class)
                .add(
                        RuleDraft.forGroups("学生九折", pupils.id())
                                .limited(Map.of(Window.DAY, 3), Map.of())
                                .priced(new Pricing.Discount(9_000)));
        return id;
    }

    private String terminal() {
        Merchant canteen = house.bean(Merchants.class).add("第一食堂");
        return house.bean(TerminalDesk.class)
                .register(
                        new NewTerminal(
                                SERIAL, Optional.empty(), "1 号机", canteen.id(), Optional.empty()))
                .key();
    }

    int port(String door) {
        return house.beans(OpenDoor.class).stream()
                .filter(each -> each.name().equals(door))
                .findFirst()
                .orElseThrow()
                .port();
    }

    /// What lies in the pupil's purses, in cents.
    long balance() {
        return house.database()
                .asOwner()
                .sql("select cash + subsidy as rest from ledger.account where id = :id")
                .param("id", pupil.value())
                .query((row, _) -> row.getLong("rest"))
                .single();
    }

    /// How many rows the purchase journal has.
    long journal() {
        return house.database()
                .asOwner()
                .sql("select count(*) as rows from purchases.purchase")
                .query((row, _) -> row.getLong("rows"))
                .single();
    }

    /// When the newest purchase counts.
    Instant newestPurchaseAt() {
        return house.database()
                .asOwner()
                .sql("select at from purchases.purchase order by number desc limit 1")
                .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
    }
}

package onecard.platform.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import org.springframework.transaction.support.TransactionTemplate;

/// More people than a batch books in two chunks, each with empty purses.
final class ManyPeople {
    static final int MANY = 1_100;

    final List<PersonId> ids = new ArrayList<>();
    private final CardScene scene;

    /// @param letter begins their numbers, so that several crowds live in one database
    ManyPeople(CardScene scene, char letter) {
        this.scene = scene;
        var people = scene.rooms.door(People.class);
        var root = scene.rooms.door(Departments.class).root().id();
        scene.rooms
                .door(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    for (int i = 0; i < MANY; i++) {
                        var number = Optional.of(new PersonNo("%c%05d".formatted(letter, i)));
                        var person =
                                new NewPerson(
                                        number, "众" + i, root, Optional.empty(), Optional.empty());
                        ids.add(people.add(person).id());
                    }
                    scene.rooms.door(Desk.class).open(ids);
                });
    }

    /// Runs a batch, killed after some chunks.
    MoneyBatches.Result run(int batch, int chunks) {
        var room = scene.rooms.door(MoneyBatches.class);
        return (MoneyBatches.Result)
                scene.as(
                        CardScene.LI,
                        () -> room.run(new MoneyBatches.Order(batch), new BrokenOffRun(chunks)));
    }

    /// Cash and subsidy of all, in cents.
    String sum() {
        return scene.database
                .asOwner()
                .sql(
                        """
                        select sum(a.cash) || ' + ' || sum(a.subsidy)
                          from ledger.account a
                         where a.id = any (:ids)
                        """)
                .param("ids", ids.stream().map(PersonId::value).toArray(Integer[]::new))
                .query(String.class)
                .single();
    }
}

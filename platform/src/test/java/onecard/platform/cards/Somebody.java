package onecard.platform.cards;

import onecard.platform.people.Person;

/// People by where they stand with the card centre.
final class Somebody {
    private Somebody() {}

    /// Somebody who stands there with the card centre.
    static Person who(CardScene scene, CardStand stand) {
        var person = scene.aPerson();
        switch (stand) {
            case CardStand.NoAccount _ -> {}
            case CardStand.Closed _ -> {
                scene.move(person, CardMove.OPEN_ACCOUNT);
                scene.move(person, CardMove.CLOSE_WITHOUT_CARD);
            }
            case CardStand.Account account -> become(scene, person, account);
        }
        return person;
    }

    private static void become(CardScene scene, Person person, CardStand.Account account) {
        scene.move(person, CardMove.ISSUE);
        if (account.holding()) {
            scene.move(person, CardMove.REPORT_LOSS);
            scene.move(person, CardMove.REPLACE_AND_HOLD);
        }
        if (account.hand() == Hand.EXPIRED || account.hand() == Hand.LOST_EXPIRED) {
            scene.cardExpired(person);
        }
        switch (account.hand()) {
            case NOTHING -> scene.move(person, CardMove.RETURN_CARD);
            case LOST, LOST_EXPIRED -> scene.move(person, CardMove.REPORT_LOSS);
            case VALID, EXPIRED -> {}
        }
        if (account.frozen()) {
            scene.move(person, CardMove.FREEZE);
        }
    }
}

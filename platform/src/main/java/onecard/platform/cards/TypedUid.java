package onecard.platform.cards;

import java.util.Optional;
import onecard.platform.system.Problem;
import onecard.vocabulary.CardUid;

/// A card serial as a reader or a person typed it.
final class TypedUid {
    private TypedUid() {}

    static CardUid of(String field, String typed) {
        var text = typed.strip();
        if (!CardUid.exists(text)) {
            throw Problem.field(field, "error.cards.uid");
        }
        return new CardUid(text);
    }

    static Optional<CardUid> of(String field, Optional<String> typed) {
        return typed.map(text -> of(field, text));
    }
}

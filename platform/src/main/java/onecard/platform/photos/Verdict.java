package onecard.platform.photos;

import java.util.List;

/// What became of a photo.
sealed interface Verdict {
    /// A portrait that terminals can use; flaws are hints.
    record Good(Portrait portrait, List<Flaw> flaws) implements Verdict {}

    /// A portrait that terminals may not know: somebody permitted may accept it all the same.
    record Poor(Portrait portrait, List<Flaw> flaws) implements Verdict {}

    /// There is no portrait.
    record Hopeless(Flaw flaw) implements Verdict {}

    /// Everything that is wrong, hints too.
    default List<Flaw> all() {
        return switch (this) {
            case Good(_, var flaws) -> flaws;
            case Poor(_, var flaws) -> flaws;
            case Hopeless(var flaw) -> List.of(flaw);
        };
    }
}

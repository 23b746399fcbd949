package onecard.platform.photos;

import java.util.List;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.springframework.stereotype.Component;

/// One photo of one person: looked at, then stored. Looking takes a while, so it happens before the
/// transaction.
@Component
class PhotoDesk {
    private final Photos photos;
    private final Darkroom darkroom;
    private final PhotoWords words;
    private final CurrentOperator operator;

    PhotoDesk(Photos photos, Darkroom darkroom, PhotoWords words, CurrentOperator operator) {
        this.photos = photos;
        this.darkroom = darkroom;
        this.words = words;
        this.operator = operator;
    }

    /// Says what would become of a photo.
    Verdict check(byte[] file) {
        return darkroom.judge(file);
    }

    /// Stores a photo.
    ///
    /// @param anyway whether it is stored although it does not pass; a permission of its own
    void store(PersonId person, byte[] file, Source source, boolean anyway) {
        if (anyway && !operator.get().may(Permission.ACCEPT_PHOTOS)) {
            throw Problem.of(ProblemKind.FORBIDDEN).with("permission", Permission.ACCEPT_PHOTOS);
        }
        var _ = photos.person(person);
        if (photos.consent(person).isEmpty()) {
            throw Problem.of(PhotoProblems.NO_CONSENT).with("name", photos.person(person).name());
        }
        photos.store(person, filing(check(file), source, anyway));
    }

    Photos.Filing filing(Verdict verdict, Source source, boolean anyway) {
        return switch (verdict) {
            case Verdict.Good(var portrait, var flaws) ->
                    new Photos.Filing(portrait, source, flaws, false);
            case Verdict.Poor(var portrait, var flaws) when anyway ->
                    new Photos.Filing(portrait, source, flaws, true);
            case Verdict.Poor(_, var flaws) -> throw refused(flaws, true);
            case Verdict.Hopeless(var flaw) -> throw refused(List.of(flaw), false);
        };
    }

    private Problem refused(List<Flaw> flaws, boolean acceptable) {
        var grave = flaws.stream().filter(flaw -> flaw.weight() != Flaw.Weight.HINT).toList();
        return Problem.of(PhotoProblems.REFUSED)
                .with("reason", words.text(grave.getFirst()))
                .with("flaws", words.said(flaws))
                .with("acceptable", acceptable);
    }
}

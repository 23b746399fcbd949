package onecard.platform.photos;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Messages;
import org.springframework.stereotype.Component;

/// Says what is wrong with photos, in the caller's language.
@Component
class PhotoWords {
    private final Messages messages;
    private final CurrentOperator operator;

    PhotoWords(Messages messages, CurrentOperator operator) {
        this.messages = messages;
        this.operator = operator;
    }

    /// Something that is wrong.
    ///
    /// @param flaw for programs
    /// @param weight what follows from it
    /// @param text what is wrong and what to do
    record PhotoFlaw(Flaw flaw, Flaw.Weight weight, String text) {}

    /// What became of a photo.
    ///
    /// @param passes whether terminals can use it
    /// @param acceptable whether somebody permitted may accept it all the same
    /// @param picture the portrait as JPEG in Base64; absent if there is none
    record PhotoCheckItem(
            boolean passes, boolean acceptable, Optional<String> picture, List<PhotoFlaw> flaws) {}

    PhotoCheckItem check(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good(var portrait, var flaws) ->
                    new PhotoCheckItem(true, false, base64(portrait.jpeg()), said(flaws));
            case Verdict.Poor(var portrait, var flaws) ->
                    new PhotoCheckItem(false, true, base64(portrait.jpeg()), said(flaws));
            case Verdict.Hopeless(var flaw) ->
                    new PhotoCheckItem(false, false, Optional.empty(), said(List.of(flaw)));
        };
    }

    static Optional<String> base64(byte[] jpeg) {
        return Optional.of(Base64.getEncoder().encodeToString(jpeg));
    }

    List<PhotoFlaw> said(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> new PhotoFlaw(flaw, flaw.weight(), text(flaw))).toList();
    }

    String text(Flaw flaw) {
        return messages.say(operator.language(), "photos.flaw." + flaw.name());
    }

    String consentText() {
        return messages.say(operator.language(), "photos.consent-text");
    }
}

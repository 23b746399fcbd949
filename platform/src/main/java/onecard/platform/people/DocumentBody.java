package onecard.platform.people;

import jakarta.validation.constraints.NotNull;
import onecard.platform.system.Problem;

/// An identity document as it is sent.
record DocumentBody(@NotNull IdDocument.Type type, @NotNull String number) {
    IdDocument checked() {
        var typed = number.strip();
        if (!IdDocument.exists(type, typed)) {
            throw Problem.field("document.number", "error.people.document");
        }
        return new IdDocument(type, typed);
    }

    static DocumentBody of(IdDocument document) {
        return new DocumentBody(document.type(), document.number());
    }
}

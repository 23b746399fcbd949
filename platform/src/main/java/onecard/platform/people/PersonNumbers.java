package onecard.platform.people;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.platform.system.Revision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which numbers people can have: their length is a parameter (`M-070`), and who is entered without
/// one gets the next (`M-071`).
@Service
class PersonNumbers {
    /// How long the first number of all is where the site says nothing.
    private static final int LENGTH_DEFAULT = 5;

    private final PeopleParameterTable parameters;
    private final PersonLook people;
    private final AuditTrail audit;

    PersonNumbers(PeopleParameterTable parameters, PersonLook people, AuditTrail audit) {
        this.parameters = parameters;
        this.people = people;
        this.audit = audit;
    }

    PeopleParameters parameters() {
        return parameters.read();
    }

    /// Changes the parameters; a length that numbers in use do not have is refused (`M-068`).
    @Transactional
    public PeopleParameters change(Optional<Integer> length, boolean automatic, Revision revision) {
        var before = parameters.lock();
        revision.mustBe(before.version());
        if (length.isPresent() && !length.equals(before.numberLength())) {
            int others = people.countOtherLengths(length.get());
            if (others > 0) {
                throw Problem.of(PeopleProblems.LENGTH_IN_USE)
                        .with("length", length.get())
                        .with("people", others);
            }
        }
        parameters.write(length, automatic);
        audit.record(
                "people.parameters-changed",
                "person numbers",
                Map.of(
                        "lengthBefore", before.numberLength().orElse(0),
                        "length", length.orElse(0),
                        "automaticBefore", before.automaticNumbers(),
                        "automatic", automatic));
        return parameters.read();
    }

    /// Refuses a number of another length.
    void check(PersonNo number) {
        parameters
                .read()
                .numberLength()
                .filter(length -> length != number.value().length())
                .ifPresent(length -> {
                    throw Problem.of(PeopleProblems.NUMBER_LENGTH)
                            .with("personNo", number.value())
                            .with("length", length);
                });
    }

    /// Returns the next number of the same length: `00999` is followed by `01000`, `999` by
    /// nothing. The numbers of leavers count.
    PersonNo next() {
        var now = parameters.read();
        if (!now.automaticNumbers()) {
            throw Problem.of(PeopleProblems.NUMBER_NEEDED);
        }
        var highest =
                people.highestNumber(now.numberLength())
                        .orElse("0".repeat(now.numberLength().orElse(LENGTH_DEFAULT)));
        var next = new BigInteger(highest).add(BigInteger.ONE).toString();
        if (next.length() > highest.length()) {
            throw Problem.of(PeopleProblems.NUMBERS_USED_UP).with("personNo", highest);
        }
        return new PersonNo("0".repeat(highest.length() - next.length()) + next);
    }
}

package onecard.wire;

import static onecard.wire.Keys.EMULATED;
import static onecard.wire.Keys.ENROL_NO;
import static onecard.wire.Keys.INSTRUMENT;
import static onecard.wire.Keys.PERSON_NO;
import static onecard.wire.Keys.PIN;
import static onecard.wire.Keys.SCORE;
import static onecard.wire.Keys.TOKEN;
import static onecard.wire.Keys.UID;

import java.util.stream.Stream;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;

/// An instrument as a map. Which key is there says which kind it is.
final class Instruments {
    private Instruments() {}

    static Fields fields(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Card(CardUid uid, boolean emulated) ->
                    new Fields()
                            .put(UID, new Value.Octets(uid.bytes()))
                            .putIfTrue(EMULATED, emulated);
            case Instrument.Face(String enrolNo, int score) ->
                    new Fields().put(ENROL_NO, enrolNo).put(SCORE, score);
            case Instrument.NumberAndPin(String personNo, String pin) ->
                    new Fields().put(PERSON_NO, personNo).put(PIN, pin);
            case Instrument.QrToken(String token) -> new Fields().put(TOKEN, token);
        };
    }

    static Instrument read(Fields message) throws MalformedException {
        Fields fields = message.map(INSTRUMENT);
        if (Stream.of(UID, ENROL_NO, PERSON_NO, TOKEN).filter(fields::has).count() != 1) {
            throw new MalformedException(
                    INSTRUMENT.name(), "expected one of uid, enrol-no, person-no and token");
        }
        if (fields.has(UID)) {
            return new Instrument.Card(uid(UID, fields.octets(UID)), fields.truth(EMULATED));
        }
        if (fields.has(ENROL_NO)) {
            return new Instrument.Face(
                    fields.text(ENROL_NO, 1, Limits.MAX_NUMBER_CHARS),
                    (int) fields.whole(SCORE, 0, 100));
        }
        if (fields.has(PERSON_NO)) {
            return new Instrument.NumberAndPin(
                    fields.text(PERSON_NO, 1, Limits.MAX_NUMBER_CHARS), pin(fields));
        }
        return new Instrument.QrToken(fields.text(TOKEN, 1, Limits.MAX_TOKEN_CHARS));
    }

    static CardUid uid(Field field, byte[] bytes) throws MalformedException {
        if (!CardUid.exists(bytes.length)) {
            throw new MalformedException(
                    field.name(), "expected 4, 7 or 10 bytes, got " + bytes.length);
        }
        return CardUid.of(bytes);
    }

    private static String pin(Fields fields) throws MalformedException {
        String pin = fields.text(PIN, Limits.PIN_DIGITS, Limits.PIN_DIGITS);
        if (!pin.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new MalformedException(PIN.name(), "expected digits");
        }
        return pin;
    }
}

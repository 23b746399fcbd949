package onecard.wire;

import onecard.vocabulary.Mode;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;

/// The numbers by which the words of the vocabulary travel, both ways.
final class Codes {
    private Codes() {}

    static long of(Mode mode) {
        return switch (mode) {
            case FREE_AMOUNT -> 1;
            case FIXED_AMOUNT -> 2;
            case COUNT -> 3;
        };
    }

    static Mode mode(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 3);
        for (Mode mode : Mode.values()) {
            if (of(mode) == code) {
                return mode;
            }
        }
        throw unknown(field, code);
    }

    static long of(PurchaseMode mode) {
        return switch (mode) {
            case ONLINE -> 1;
            case STORE_AND_FORWARD -> 2;
        };
    }

    static PurchaseMode purchaseMode(Fields fields, Field field) throws MalformedException {
        return fields.wholeOr(field, 1, 2, 1) == 1
                ? PurchaseMode.ONLINE
                : PurchaseMode.STORE_AND_FORWARD;
    }

    static NotApplied.Reason notApplied(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 255);
        for (NotApplied.Reason reason : NotApplied.Reason.values()) {
            if (reason.code() == code) {
                return reason;
            }
        }
        throw unknown(field, code);
    }

    static long of(VoidReason reason) {
        return switch (reason) {
            case NO_ANSWER -> 1;
            case CASHIER -> 2;
        };
    }

    static VoidReason voidReason(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 2);
        for (VoidReason reason : VoidReason.values()) {
            if (of(reason) == code) {
                return reason;
            }
        }
        throw unknown(field, code);
    }

    static long of(Window window) {
        return switch (window) {
            case PURCHASE -> 1;
            case MEAL -> 2;
            case DAY -> 3;
            case WEEK -> 4;
            case MONTH -> 5;
        };
    }

    static Window window(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 5);
        for (Window window : Window.values()) {
            if (of(window) == code) {
                return window;
            }
        }
        throw unknown(field, code);
    }

    static Refusal refusal(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 255);
        for (Refusal refusal : Refusal.values()) {
            if (refusal.code() == code) {
                return refusal;
            }
        }
        throw unknown(field, code);
    }

    static CardState cardState(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 255);
        for (CardState state : CardState.values()) {
            if (state.code() == code) {
                return state;
            }
        }
        throw unknown(field, code);
    }

    static RecordsAnswer.Fate fate(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 255);
        for (RecordsAnswer.Fate fate : RecordsAnswer.Fate.values()) {
            if (fate.code() == code) {
                return fate;
            }
        }
        throw unknown(field, code);
    }

    static VoidOutcome.Reason notVoided(Fields fields, Field field) throws MalformedException {
        long code = fields.whole(field, 1, 255);
        for (VoidOutcome.Reason reason : VoidOutcome.Reason.values()) {
            if (reason.code() == code) {
                return reason;
            }
        }
        throw unknown(field, code);
    }

    private static MalformedException unknown(Field field, long code) {
        return new MalformedException(field.name(), "no meaning has the number " + code);
    }
}

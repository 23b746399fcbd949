package onecard.platform.purchases;

import onecard.vocabulary.Mode;
import onecard.vocabulary.Window;

/// The numbers by which words of the vocabulary stand in this room's tables. They never change.
final class Codes {
    private Codes() {}

    static int of(Mode mode) {
        return switch (mode) {
            case FREE_AMOUNT -> 1;
            case FIXED_AMOUNT -> 2;
            case COUNT -> 3;
        };
    }

    static Mode mode(int code) {
        for (Mode mode : Mode.values()) {
            if (of(mode) == code) {
                return mode;
            }
        }
        throw new IllegalArgumentException("No mode has the code " + code);
    }

    static int of(Window window) {
        return switch (window) {
            case PURCHASE -> 1;
            case MEAL -> 2;
            case DAY -> 3;
            case WEEK -> 4;
            case MONTH -> 5;
        };
    }

    static Window window(int code) {
        for (Window window : Window.values()) {
            if (of(window) == code) {
                return window;
            }
        }
        throw new IllegalArgumentException("No window has the code " + code);
    }
}

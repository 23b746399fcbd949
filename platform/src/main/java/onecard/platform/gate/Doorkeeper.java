package onecard.platform.gate;

import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;

/// Who stands at a gate: knows who is served there, and writes down what was answered. Asked on
/// every message, so nothing of it may wait.
public interface Doorkeeper {
    /// Lets everybody in and writes nothing down.
    Doorkeeper NOBODY =
            new Doorkeeper() {
                @Override
                public boolean serves(SerialNo terminal) {
                    return true;
                }

                @Override
                public void answered(Visitor visitor, String path, Answer answer) {}
            };

    /// Tells whether a registered terminal is served at this gate.
    boolean serves(SerialNo terminal);

    /// Takes note of an answer.
    ///
    /// @param path what was asked for, as it came
    void answered(Visitor visitor, String path, Answer answer);
}

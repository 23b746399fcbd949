package onecard.platform.terminals;

import java.util.Collection;
import java.util.Optional;
import onecard.vocabulary.SerialNo;

/// All registered terminals at one moment. Unchanging; costs no query.
public interface TerminalRegister {
    /// Finds the terminal with this serial number.
    Optional<Terminal> bySerial(SerialNo serial);

    /// Finds a terminal by its id.
    Optional<Terminal> find(TerminalId id);

    /// Returns all terminals in order of their ids.
    Collection<Terminal> all();
}

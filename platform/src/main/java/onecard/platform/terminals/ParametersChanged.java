package onecard.platform.terminals;

import java.util.Set;
import onecard.vocabulary.SerialNo;

/// These terminals are to work otherwise than before. News in memory, on every node.
public record ParametersChanged(Set<SerialNo> terminals) {
    public ParametersChanged {
        terminals = Set.copyOf(terminals);
    }
}

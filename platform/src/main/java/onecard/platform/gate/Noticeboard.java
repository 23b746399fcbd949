package onecard.platform.gate;

import onecard.platform.lists.CardLists;
import onecard.platform.terminals.Terminals;
import onecard.platform.terminals.WantedParameters;
import onecard.vocabulary.SerialNo;
import onecard.wire.Newest;
import org.springframework.stereotype.Component;

/// What stands beside every answer, so that a terminal that lags behind finds out with whatever it
/// asks next. Costs no query.
@Component
public class Noticeboard {
    private final CardLists lists;
    private final Terminals terminals;

    Noticeboard(CardLists lists, Terminals terminals) {
        this.lists = lists;
        this.terminals = terminals;
    }

    /// Returns the newest versions of what a terminal fetches.
    public Newest newest(SerialNo terminal) {
        return newest(terminals.wanted(terminal).map(WantedParameters::version).orElse(0L));
    }

    /// Returns the newest versions of what is the same for all terminals; of parameters it says
    /// nothing.
    public Newest newestLists() {
        return newest(0);
    }

    private Newest newest(long parameters) {
        var versions = lists.newest();
        return new Newest(parameters, versions.allow(), versions.block(), false);
    }
}

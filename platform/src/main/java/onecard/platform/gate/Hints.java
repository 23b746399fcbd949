package onecard.platform.gate;

import onecard.platform.lists.ListsChanged;
import onecard.platform.terminals.ParametersChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hints every terminal that can be reached, as soon as something is new: what was lost is refused
/// by terminals that cannot ask before anybody got there with it. A hint that is lost costs time
/// only: the next answer carries the same versions.
@Component
class Hints {
    private final Gates gates;
    private final Noticeboard noticeboard;

    Hints(Gates gates, Noticeboard noticeboard) {
        this.gates = gates;
        this.noticeboard = noticeboard;
    }

    @EventListener
    void tell(ListsChanged news) {
        gates.hint(noticeboard::newest, _ -> true);
    }

    @EventListener
    void tell(ParametersChanged news) {
        gates.hint(noticeboard::newest, news.terminals()::contains);
    }
}

package onecard.platform.terminals;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import onecard.platform.lists.CardList;
import onecard.platform.lists.CardLists;
import org.springframework.stereotype.Component;

/// Tells how the lists at terminals stand against ours.
@Component
class ListStates {
    private final CardLists lists;

    ListStates(CardLists lists) {
        this.lists = lists;
    }

    /// How a terminal stands.
    enum Standing {
        UP_TO_DATE,
        /// It lacks some changes.
        BEHIND,
        /// It never fetched the list.
        NEVER,
        /// It has a version that is too old or not ours, and gets the whole list.
        OTHER,
        /// It has not said yet.
        UNKNOWN
    }

    /// @param wanted the newest version
    /// @param confirmed the version the terminal says to have
    /// @param behind how many changes it lacks, where that is known
    record ListState(
            Standing standing, long wanted, Optional<Long> confirmed, Optional<Integer> behind) {}

    record TerminalLists(ListState allow, ListState block) {}

    /// Looks for many terminals at once; each is asked for by [Look#of].
    Look look(Collection<Sign> signs) {
        return new Look(
                known(CardList.ALLOW, signs, Heard.Report::allowVersion),
                known(CardList.BLOCK, signs, Heard.Report::blockVersion));
    }

    private Known known(
            CardList list, Collection<Sign> signs, ToLongFunction<Heard.Report> version) {
        long newest = lists.newest().of(list);
        var older =
                signs.stream()
                        .flatMap(sign -> sign.report().stream())
                        .mapToLong(version)
                        .filter(each -> each > 0 && each != newest)
                        .boxed()
                        .collect(Collectors.toSet());
        return new Known(newest, lists.behind(list, older));
    }

    private record Known(long newest, Map<Long, Integer> behind) {
        ListState of(Optional<Long> version) {
            if (version.isEmpty()) {
                return state(Standing.UNKNOWN, version);
            }
            long has = version.get();
            if (has == newest) {
                return state(Standing.UP_TO_DATE, version);
            }
            if (has == 0) {
                return state(Standing.NEVER, version);
            }
            var lacks = Optional.ofNullable(behind.get(has));
            return lacks.filter(changes -> changes == 0).isPresent()
                    ? state(Standing.UP_TO_DATE, version)
                    : new ListState(
                            lacks.isPresent() ? Standing.BEHIND : Standing.OTHER,
                            newest,
                            version,
                            lacks);
        }

        private ListState state(Standing standing, Optional<Long> version) {
            return new ListState(standing, newest, version, Optional.empty());
        }
    }

    /// The answers for the terminals that were looked at.
    record Look(Known allow, Known block) {
        TerminalLists of(Optional<Sign> sign) {
            var report = sign.flatMap(Sign::report);
            return new TerminalLists(
                    allow.of(report.map(Heard.Report::allowVersion)),
                    block.of(report.map(Heard.Report::blockVersion)));
        }
    }
}

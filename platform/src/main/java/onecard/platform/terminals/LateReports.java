package onecard.platform.terminals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.TerminalReports;
import org.springframework.stereotype.Component;

/// Tells the card centre which terminals may still hold purchases with a lost card. A terminal that
/// was never heard has no session and no lists, so it sold nothing; a revoked one cannot report any
/// more.
@Component
class LateReports implements TerminalReports {
    private final Terminals terminals;
    private final SignsOfLife signs;

    LateReports(Terminals terminals, SignsOfLife signs) {
        this.terminals = terminals;
        this.signs = signs;
    }

    @Override
    public List<Silent> silentSince(Instant moment) {
        var register = terminals.current();
        return signs.all().entrySet().stream()
                .filter(heard -> !hasReported(heard.getValue(), moment))
                .flatMap(heard ->
                        register
                                .find(heard.getKey())
                                .filter(terminal -> terminal.state() == TerminalState.ACTIVE)
                                .map(terminal -> silent(terminal, heard.getValue()))
                                .stream())
                .sorted(Comparator.comparing(Silent::serial))
                .toList();
    }

    private static boolean hasReported(Sign sign, Instant moment) {
        return sign.reportedAt().filter(at -> at.isAfter(moment)).isPresent()
                && sign.report().filter(report -> report.unsent() == 0).isPresent();
    }

    private static Silent silent(Terminal terminal, Sign sign) {
        Optional<Heard.Report> report = sign.report();
        return new Silent(
                terminal.serial().value(),
                terminal.name(),
                sign.reportedAt(),
                report.map(Heard.Report::unsent).orElse(0));
    }
}

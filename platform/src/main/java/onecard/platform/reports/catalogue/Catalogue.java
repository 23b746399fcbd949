package onecard.platform.reports.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// All reports that are declared, in the order of the menu.
@Component
class Catalogue {
    private final Map<String, Report> reports = new LinkedHashMap<>();

    Catalogue() {
        Stream.of(
                        PurchaseReports.ALL,
                        DeskReports.ALL,
                        CardReports.ALL,
                        TakingsReports.ALL,
                        AccountReports.ALL,
                        PeopleReports.ALL)
                .flatMap(List::stream)
                .forEach(report -> {
                    if (reports.put(report.name(), report) != null) {
                        throw new IllegalStateException("Two reports are called " + report.name());
                    }
                });
    }

    /// Returns those an operator may read.
    List<Report> of(Operator reader) {
        return reports.values().stream().filter(report -> report.isFor(reader)).toList();
    }

    /// Finds one that the operator may read; another one is not there.
    Optional<Report> find(String name, Operator reader) {
        return Optional.ofNullable(reports.get(name)).filter(report -> report.isFor(reader));
    }

    /// Returns one that the operator may read.
    Report get(String name, Operator reader) {
        return find(name, reader).orElseThrow(() -> Problem.notFound("report", name));
    }
}

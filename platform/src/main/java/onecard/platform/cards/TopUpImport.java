package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import onecard.platform.imports.ImportField;
import onecard.platform.imports.ImportLine;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Side;
import onecard.platform.system.SiteSettings;
import org.springframework.stereotype.Component;

/// Top-ups and subsidies from a table (批量导入充值, `M-157` to `M-165`).
@Component
class TopUpImport extends MoneyImport {
    TopUpImport(Parts parts) {
        super(parts);
    }

    @Override
    public String kind() {
        return "top-ups";
    }

    @Override
    public List<ImportField> fields() {
        return MoneyFields.TOP_UP;
    }

    @Override
    public List<String> modes() {
        return List.of("AS_IN_TABLE");
    }

    @Override
    public List<List<String>> sample() {
        return List.of(
                List.of(say("department"), "100001", say("name"), "", "50.00", "0", "", "", "1"),
                List.of(
                        say("department"),
                        "100002",
                        say("name-2"),
                        "",
                        "0",
                        "100.00",
                        say("accumulate"),
                        say("never"),
                        "1"));
    }

    @Override
    BatchKind batchKind() {
        return BatchKind.TOP_UP_TABLE;
    }

    /// What the table's rows do; the channel and the drawer change nothing about the purses.
    private record TopUps(
            MoneyCells cells, SiteSettings site, Instant at, LocalDate today, Side drawer)
            implements MoneyLook.Rules {
        @Override
        public MoneyCells.Read read(ImportLine line) {
            return cells.topUp(line);
        }

        @Override
        public LinePlan plan(BatchLine line, Balances before) {
            return LinePlan.topUp(line, before, Channel.OTHER, drawer, site, at);
        }

        @Override
        public ImportVersionTable.Kind versions() {
            return ImportVersionTable.Kind.TOP_UP;
        }
    }

    @Override
    MoneyLook.Rules rules(String mode, MoneyCells cells, SiteSettings site) {
        var now = parts().clock().instant();
        return new TopUps(
                cells, site, now, site.siteDay(now), Side.desk(parts().operator().get().id()));
    }
}

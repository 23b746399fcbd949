package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import onecard.platform.imports.ImportField;
import onecard.platform.imports.ImportLine;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Side;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Component;

/// Refunds from a table (批量导入退款, `M-170`, `M-171`): of cash, of subsidies, or as the table says
/// (`D-10`).
@Component
class RefundImport extends MoneyImport {
    private static final String AS_IN_TABLE = "AS_IN_TABLE";
    private static final String ONLY_CASH = "CASH";
    private static final String ONLY_SUBSIDY = "SUBSIDY";

    RefundImport(Parts parts) {
        super(parts);
    }

    @Override
    public String kind() {
        return "refunds";
    }

    @Override
    public List<ImportField> fields() {
        return MoneyFields.REFUND;
    }

    @Override
    public List<String> modes() {
        return List.of(AS_IN_TABLE, ONLY_CASH, ONLY_SUBSIDY);
    }

    @Override
    public List<List<String>> sample() {
        return List.of(
                List.of(
                        say("department"),
                        "100001",
                        say("name"),
                        "",
                        "50.00",
                        "0",
                        say("reason"),
                        "1"));
    }

    @Override
    BatchKind batchKind() {
        return BatchKind.REFUND_TABLE;
    }

    private record Refunds(
            String mode,
            MoneyCells cells,
            SiteSettings site,
            Instant at,
            LocalDate today,
            Side drawer)
            implements MoneyLook.Rules {
        @Override
        public MoneyCells.Read read(ImportLine line) {
            var read = cells.refund(line);
            if (mode.equals(ONLY_CASH) && read.subsidy().filter(Money::isPositive).isPresent()) {
                read.cells().bad(MoneyFields.SUBSIDY, "import.refunds.only-cash");
            }
            if (mode.equals(ONLY_SUBSIDY) && read.cash().filter(Money::isPositive).isPresent()) {
                read.cells().bad(MoneyFields.CASH, "import.refunds.only-subsidy");
            }
            return read;
        }

        @Override
        public LinePlan plan(BatchLine line, Balances before) {
            return LinePlan.refund(line, before, drawer, site, at);
        }

        @Override
        public ImportVersionTable.Kind versions() {
            return ImportVersionTable.Kind.REFUND;
        }
    }

    @Override
    MoneyLook.Rules rules(String mode, MoneyCells cells, SiteSettings site) {
        var now = parts().clock().instant();
        return new Refunds(
                mode,
                cells,
                site,
                now,
                site.siteDay(now),
                Side.desk(parts().operator().get().id()));
    }
}

package onecard.platform.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onecard.platform.imports.CellReader;
import onecard.platform.imports.ImportLine;
import onecard.platform.people.PersonNo;
import onecard.platform.people.PersonNoCells;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.Typed;
import onecard.vocabulary.Money;

/// Reads the cells of a row of money: each either means something, or says why it does not. What
/// does not concern a row (mode and last day without a subsidy) is not looked at (`D-11`, `D-39`).
final class MoneyCells {
    private static final int SCALE_MAX = 100;
    private static final int WHOLE_MAX = 15;
    private static final Map<String, SubsidyMode> MODES =
            Map.of(
                    "1", SubsidyMode.ACCUMULATE,
                    "累加补贴", SubsidyMode.ACCUMULATE,
                    "累加", SubsidyMode.ACCUMULATE,
                    "accumulate", SubsidyMode.ACCUMULATE,
                    "2", SubsidyMode.CLEAR_REPLACE,
                    "清零补贴", SubsidyMode.CLEAR_REPLACE,
                    "清零", SubsidyMode.CLEAR_REPLACE,
                    "clear", SubsidyMode.CLEAR_REPLACE);
    private static final java.util.Set<String> NEVER =
            java.util.Set.of("永久", "永久有效", "never", "forever");

    private final PersonNoCells numbers;
    private final LocalDate today;
    private final Optional<LocalDate> usual;

    /// @param usual the last day of a subsidy if the table says none
    MoneyCells(PersonNoCells numbers, LocalDate today, Optional<LocalDate> usual) {
        this.numbers = numbers;
        this.today = today;
        this.usual = usual;
    }

    /// What a row says.
    ///
    /// @param until the last day of the subsidy; empty for never
    record Read(
            CellReader cells,
            Optional<PersonNo> number,
            String name,
            String card,
            Optional<Money> cash,
            Optional<Money> subsidy,
            Optional<SubsidyMode> mode,
            Optional<LocalDate> until,
            String reason,
            Optional<Long> version) {}

    Read topUp(ImportLine line) {
        var cells = new CellReader(line);
        var number = numbers.read(cells, MoneyFields.NUMBER);
        var cash = amount(cells, MoneyFields.CASH);
        var subsidy = amount(cells, MoneyFields.SUBSIDY);
        boolean grants = subsidy.filter(Money::isPositive).isPresent();
        return new Read(
                cells,
                number,
                text(cells, MoneyFields.NAME),
                text(cells, MoneyFields.CARD),
                cash,
                subsidy,
                grants ? mode(cells) : Optional.of(SubsidyMode.ACCUMULATE),
                grants ? until(cells) : Optional.empty(),
                "",
                version(cells));
    }

    Read refund(ImportLine line) {
        var cells = new CellReader(line);
        var number = numbers.read(cells, MoneyFields.NUMBER);
        return new Read(
                cells,
                number,
                text(cells, MoneyFields.NAME),
                text(cells, MoneyFields.CARD),
                amount(cells, MoneyFields.CASH),
                amount(cells, MoneyFields.SUBSIDY),
                Optional.of(SubsidyMode.ACCUMULATE),
                Optional.empty(),
                reason(cells),
                version(cells));
    }

    private static String text(CellReader cells, String field) {
        return cells.cell(field, false).map(cell -> Typed.plain(cell.text())).orElse("");
    }

    private static String reason(CellReader cells) {
        var text = text(cells, MoneyFields.REASON);
        if (text.length() > TopUp.REMARK_MAX) {
            cells.bad(MoneyFields.REASON, "error.people.too-long", Map.of("max", TopUp.REMARK_MAX));
            return "";
        }
        return text;
    }

    /// Whole cents, halves rounded up, in decimals (`D-08`).
    private static Optional<Money> amount(CellReader cells, String field) {
        return cells.cell(field, true).flatMap(cell -> amount(cells, field, cell));
    }

    private static Optional<Money> amount(CellReader cells, String field, Cell cell) {
        var number = cell.number().filter(MoneyCells::isSane);
        if (number.isEmpty()) {
            cells.bad(field, "import.money.no-amount");
            return Optional.empty();
        }
        if (number.get().signum() < 0) {
            cells.bad(field, "import.money.negative");
            return Optional.empty();
        }
        var cents =
                number.get().movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        if (cents > TopUp.AMOUNT_MAX_CENTS) {
            cells.bad(field, "import.money.too-much", Map.of("maxCents", TopUp.AMOUNT_MAX_CENTS));
            return Optional.empty();
        }
        var money = Money.ofCents(cents);
        if (BigDecimal.valueOf(cents, 2).compareTo(number.get()) != 0) {
            cells.notice(field, "import.money.rounded", Map.of("roundedCents", cents));
        }
        return Optional.of(money);
    }

    /// Tells whether a number can be reckoned with at all: `1E999999999` would fill the memory.
    private static boolean isSane(BigDecimal number) {
        return Math.abs((long) number.scale()) <= SCALE_MAX
                && (long) number.precision() - number.scale() <= WHOLE_MAX;
    }

    private static Optional<SubsidyMode> mode(CellReader cells) {
        return cells.cell(MoneyFields.MODE, true)
                .flatMap(cell -> {
                    var typed = Typed.plain(cell.text()).toLowerCase(Locale.ROOT);
                    var word = typed.length() > 1 ? typed.replaceFirst("^[12][.、 ]*", "") : typed;
                    var mode = Optional.ofNullable(MODES.get(word));
                    if (mode.isEmpty()) {
                        cells.bad(MoneyFields.MODE, "import.money.no-mode");
                    }
                    return mode;
                });
    }

    /// The last day; empty for never, and where the cell is bad.
    private Optional<LocalDate> until(CellReader cells) {
        if (cells.line().cell(MoneyFields.UNTIL).isBlank() && usual.isPresent()) {
            cells.notice(
                    MoneyFields.UNTIL,
                    "import.money.usual-until",
                    Map.of("day", usual.get().toString()));
            return usual;
        }
        return cells.cell(MoneyFields.UNTIL, true).flatMap(cell -> until(cells, cell));
    }

    private Optional<LocalDate> until(CellReader cells, Cell cell) {
        if (NEVER.contains(Typed.plain(cell.text()).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var day = cell.day();
        if (day.isEmpty()) {
            cells.bad(MoneyFields.UNTIL, "import.money.no-day");
        } else if (day.get().isBefore(today)) {
            cells.bad(MoneyFields.UNTIL, "error.cards.until-past", Map.of("day", today.toString()));
        }
        return day;
    }

    private static Optional<Long> version(CellReader cells) {
        return cells.cell(MoneyFields.VERSION, true)
                .flatMap(cell -> {
                    var version =
                            cell.number()
                                    .filter(MoneyCells::isSane)
                                    .filter(number -> number.signum() > 0)
                                    .filter(number -> number.stripTrailingZeros().scale() <= 0)
                                    .map(BigDecimal::longValueExact);
                    if (version.isEmpty()) {
                        cells.bad(MoneyFields.VERSION, "import.money.no-version");
                    }
                    return version;
                });
    }
}

package onecard.platform.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `cards.parameter`, which has one row.
@Repository
class CardParameterTable {
    private static final String READ =
            """
            select version, top_up_at_issue, default_cash, default_subsidy, subsidy_days, card_years,
                   allow_list_at_issue, generated_numbers, grey_days, opens_when_complete, card_cost,
                   card_fee, subsidy_at_close, correction_hours, shift_required, quick_amounts
              from cards.parameter
            """;

    private static final String LOCK =
            READ
                    + """
                       for update
                    """;

    private static final String WRITE =
            """
            update cards.parameter
               set version = version + 1, top_up_at_issue = :topUpAtIssue,
                   default_cash = :defaultCash, default_subsidy = :defaultSubsidy,
                   subsidy_days = :subsidyDays, card_years = :cardYears,
                   allow_list_at_issue = :allowListAtIssue, generated_numbers = :generatedNumbers,
                   grey_days = :greyDays, opens_when_complete = :opensWhenComplete,
                   card_cost = :cardCost, card_fee = :cardFee, subsidy_at_close = :subsidyAtClose,
                   correction_hours = :correctionHours, shift_required = :shiftRequired,
                   quick_amounts = :quickAmounts
            """;

    private final JdbcClient jdbc;

    CardParameterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(CardParameters parameters, int version) {}

    Row read() {
        return jdbc.sql(READ).query(CardParameterTable::row).single();
    }

    Row lock() {
        return jdbc.sql(LOCK).query(CardParameterTable::row).single();
    }

    void write(CardParameters now) {
        jdbc.sql(WRITE)
                .param("topUpAtIssue", now.topUpAtIssue())
                .param("defaultCash", now.defaultCash().cents())
                .param("defaultSubsidy", now.defaultSubsidy().cents())
                .param("subsidyDays", now.subsidyDays().orElse(null), java.sql.Types.INTEGER)
                .param("cardYears", now.cardYears())
                .param("allowListAtIssue", now.allowListAtIssue())
                .param("generatedNumbers", now.generatedNumbers())
                .param("greyDays", now.greyDays())
                .param("opensWhenComplete", now.opensWhenComplete())
                .param("cardCost", now.cardCost().cents())
                .param("cardFee", now.cardFee().cents())
                .param("subsidyAtClose", now.subsidyAtClose().name())
                .param("correctionHours", now.correctionHours())
                .param("shiftRequired", now.shiftRequired())
                .param(
                        "quickAmounts",
                        now.quickAmounts().stream().map(Money::cents).toArray(Long[]::new))
                .update();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        int days = row.getInt("subsidy_days");
        Optional<Integer> subsidyDays = row.wasNull() ? Optional.empty() : Optional.of(days);
        var quick = (Long[]) row.getArray("quick_amounts").getArray();
        return new Row(
                new CardParameters(
                        row.getBoolean("top_up_at_issue"),
                        Money.ofCents(row.getLong("default_cash")),
                        Money.ofCents(row.getLong("default_subsidy")),
                        subsidyDays,
                        row.getInt("card_years"),
                        row.getBoolean("allow_list_at_issue"),
                        row.getBoolean("generated_numbers"),
                        row.getInt("grey_days"),
                        row.getBoolean("opens_when_complete"),
                        Money.ofCents(row.getLong("card_cost")),
                        Money.ofCents(row.getLong("card_fee")),
                        SubsidyAtClose.valueOf(row.getString("subsidy_at_close")),
                        row.getInt("correction_hours"),
                        row.getBoolean("shift_required"),
                        Arrays.stream(quick).map(Money::ofCents).toList()),
                row.getInt("version"));
    }
}

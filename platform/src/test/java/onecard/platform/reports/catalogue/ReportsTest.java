package onecard.platform.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.Merchant;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Every report over a month that is drawn from a seed: what it shows, what its figures open to and
/// what the tables say are the same.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {
    private static final String PATH = "/api/v1/reports/";
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";
    private static final String TRAP = "=1+1";

    private Browser browser;
    private Browser keeper;
    private Merchant shop;
    private JdbcClient tables;

    @BeforeAll
    void a_month(House house) {
        var month = new ReportMonth(house, TRAP);
        browser = house.administrator();
        shop = month.shop();
        keeper = month.keeper();
        tables = house.database().asOwner();
    }

    private JsonNode get(String path) {
        Browser.Answer answer = browser.get(path.isEmpty() ? "/api/v1/reports" : PATH + path);
        assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        get("").get("items").forEach(each -> names.add(each.get("name").asString()));
        return names;
    }

    private List<JsonNode> rows(String name, String query) {
        var rows = new ArrayList<JsonNode>();
        String after = "";
        do {
            JsonNode page = get(name + "/rows?limit=50&" + query + after);
            page.get("items").forEach(rows::add);
            after = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());
        return rows;
    }

    private long tables(String sql) {
        return tables.sql(sql).query(Long.class).single();
    }

    @Test
    @DisplayName("M-231 W-09 every figure that opens comes to the sum of what it opens to")
    void every_figure_opens_to_its_entries() {
        int opened = 0;
        for (String name : names()) {
            JsonNode columns = get(name).get("columns");
            for (JsonNode row : rows(name, MARCH)) {
                for (int i = 0; i < columns.size(); i++) {
                    JsonNode column = columns.get(i);
                    if (column.has("drill")) {
                        JsonNode drill = column.get("drill");
                        String query = query(drill, columns, row);
                        JsonNode sums =
                                get(drill.get("report").asString() + "/sums?" + query).get("sums");
                        assertThat(sums.get(drill.get("sum").asString()).longValue())
                                .as("%s %s %s", name, column.get("key"), row)
                                .isEqualTo(row.get(i).longValue());
                        opened++;
                    }
                }
            }
        }
        assertThat(opened).isGreaterThan(500);
    }

    private static String query(JsonNode drill, JsonNode columns, JsonNode row) {
        var query = new HashMap<String, String>();
        query.put("from", "2026-03-01");
        query.put("to", "2026-03-31");
        drill.get("byColumn")
                .properties()
                .forEach(each -> {
                    for (int i = 0; i < columns.size(); i++) {
                        if (columns.get(i)
                                .get("key")
                                .asString()
                                .equals(each.getValue().asString())) {
                            String value = row.get(i).isNull() ? "none" : row.get(i).asString();
                            if (each.getKey().equals("day")) {
                                query.put("from", value);
                                query.put("to", value);
                            } else {
                                query.put(each.getKey(), value);
                            }
                        }
                    }
                });
        drill.get("fixed")
                .properties()
                .forEach(each -> query.put(each.getKey(), each.getValue().asString()));
        return String.join(
                "&", query.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    @Test
    @DisplayName("M-231 the pages of a report are all its rows, and their sums are its sums")
    void pages_are_all_rows() {
        for (String name : names()) {
            JsonNode columns = get(name).get("columns");
            List<JsonNode> rows = rows(name, MARCH);
            JsonNode sums = get(name + "/sums?" + MARCH);
            assertThat(sums.has("trouble")).as("%s %s", name, sums).isFalse();
            assertThat(sums.get("rows").longValue()).as(name).isEqualTo(rows.size());
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).get("summed").booleanValue()) {
                    int at = i;
                    assertThat(rows.stream().mapToLong(row -> row.get(at).longValue()).sum())
                            .isEqualTo(
                                    sums.get("sums")
                                            .get(columns.get(i).get("key").asString())
                                            .longValue());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} of {2} is what the tables say")
    @DisplayName(
            "M-232 M-233 M-234 M-235 M-236 M-237 M-238 M-240 M-241 sums are what the tables say")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    M-233 | net | purchases | select sum(cash + subsidy) from purchases.purchase where result = 0
                    M-233 | count | purchases | select count(*) filter (where kind in (1, 2, 5)) - count(*) filter (where kind = 3 and undoes is not null) from purchases.purchase where result = 0
                    M-233 | subsidy | purchases | select sum(case when debit & 7 = 1 then cents else -cents end) from ledger.entry where kind in (3, 4, 6, 7) and (debit > 0 and debit & 7 = 1 or credit > 0 and credit & 7 = 1)
                    M-232 | cash | top-ups | select sum(cash) from cards.top_up
                    M-238 | topUp | daily-top-ups | select sum(cents) from ledger.entry where kind = 1
                    M-238 | count | daily-top-ups | select count(*) from cards.top_up where cash > 0
                    M-238 | topUp | top-ups-by-channel | select sum(cash) from cards.top_up
                    M-234 | cash | refunds | select sum(cents) from ledger.entry where kind = 5
                    M-234 | total | refunds | select -sum(cash + subsidy) from cards.operation where kind = 'REFUND'
                    M-237 | granted | subsidies | select sum(subsidy) from cards.top_up
                    M-236 | taken | card-costs | select sum(drawer) from cards.operation where kind = 'CARD_REPLACED'
                    M-236 | deposit | card-costs | select sum(deposit) from cards.card_issue
                    M-235 | rows | returned-cards | select count(*) from cards.card_issue where state = 'RETURNED'
                    M-249 | rows | losses | select count(*) from cards.card_issue where lost_at is not null
                    M-240 | net | person-meals | select sum(net) from purchases.purchase
                    M-240 | count | person-meals | select sum(count) from purchases.takings
                    M-241 | subsidy | department-meals | select sum(subsidy) from purchases.purchase
                    M-241 | net | department-meals | select sum(net) from purchases.takings
                    M-242 | net | terminal-takings | select sum(cash + subsidy) from purchases.purchase where result = 0
                    M-242 | count | terminal-takings | select sum(count) from purchases.takings
                    M-197 | rows | corrections | select count(*) from purchases.purchase where kind in (4, 5)
                    W-09 | count | declines | select count(*) from purchases.purchase where result <> 0
                    W-08 | cash | balances | select sum(cash + held_cash) from ledger.account
                    W-08 | subsidy | balances | select sum(subsidy + held_subsidy) from ledger.account
                    W-08 | closing | balance-sheet | select sum(cash + subsidy + held_cash + held_subsidy) from ledger.account
                    W-08 | topUp | balance-sheet | select sum(cents) from ledger.entry where kind = 1
                    M-231 | topUp | operator-takings | select sum(cash) from cards.top_up
                    M-231 | rows | shifts | select count(*) from cards.shift where closed_at is not null
                    M-231 | people | not-eaten | select count(*) from cards.account_state s where state = 'OPEN' and not exists (select from purchases.purchase p where p.account = s.person and p.result = 0)
                    """)
    void sums_are_what_the_tables_say(String number, String column, String name, String sql) {
        JsonNode sums = get(name + "/sums?" + MARCH);
        long said =
                column.equals("rows")
                        ? sums.get("rows").longValue()
                        : sums.get("sums").get(column).longValue();
        assertThat(said).as(number).isEqualTo(tables(sql)).isPositive();
    }

    @Test
    @DisplayName("W-08 balances as of a day are what was in the purses at its end")
    void balances_as_of_a_day() {
        long said = get("balances/sums?to=2026-03-15").get("sums").get("total").longValue();
        assertThat(said)
                .isEqualTo(
                        tables(
                                """
                                select sum(case when debit > 0 and credit > 0 then 0
                                                when credit > 0 then cents else -cents end)
                                  from ledger.entry
                                 where account is not null and booked_on <= '2026-03-15'
                                """))
                .isPositive();
        JsonNode half = get("balance-sheet/sums?from=2026-03-05&to=2026-03-15").get("sums");
        assertThat(half.get("closing").longValue()).isEqualTo(said);
        assertThat(half.get("opening").longValue())
                .isEqualTo(get("balances/sums?to=2026-03-04").get("sums").get("total").longValue());
    }

    @Test
    @DisplayName("D-14 both views of time come to the same over a month in which all was booked")
    void both_views() {
        JsonNode bought = get("purchases/sums?view=transaction&" + MARCH).get("sums");
        assertThat(get("purchases/sums?view=booking&" + MARCH).get("sums")).isEqualTo(bought);
        assertThat(get("purchases/sums?from=2026-04-01&to=2026-04-30").get("rows").longValue())
                .isZero();
    }

    @Test
    @DisplayName("M-231 the workbook has the rows and the sum, and a name like a formula is text")
    void the_workbook_has_the_same() throws IOException {
        byte[] file = browser.download(PATH + "purchases/file?format=xlsx&" + MARCH);
        JsonNode sums = get("purchases/sums?" + MARCH);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = book.getFirstSheet().read();
            int head = 0;
            while (rows.get(head).getCellCount() < 10) {
                head++;
            }
            int net = 0;
            while (!rows.get(head).getCellText(net).equals("实收")) {
                net++;
            }
            BigDecimal sum = BigDecimal.ZERO;
            long traps = 0;
            for (int i = head + 1; i <= head + sums.get("rows").intValue(); i++) {
                sum = sum.add(rows.get(i).getCell(net).asNumber());
                traps +=
                        rows.get(i).stream()
                                .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                                .filter(cell -> cell.asString().equals(TRAP))
                                .count();
            }
            long cents = sums.get("sums").get("net").longValue();
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(cents, 2));
            assertThat(rows.get(head + 1 + sums.get("rows").intValue()).getCell(net).asNumber())
                    .isEqualByComparingTo(sum);
            assertThat(traps).isPositive();
        }
    }

    @Test
    @DisplayName("M-231 the table as text has the chosen columns in the chosen order")
    void the_text_has_the_chosen_columns() {
        String text =
                new String(
                        browser.download(
                                PATH
                                        + "purchases/file?format=csv&columns=merchant,day,net&merchant="
                                        + shop.id().value()
                                        + "&"
                                        + MARCH),
                        StandardCharsets.UTF_8);
        assertThat(text.lines().toList().getFirst()).isEqualTo("\ufeff商户,日期,实收");
        assertThat(text.lines().toList().get(1)).startsWith("'=1+1,2026-03-");
    }

    @Test
    @DisplayName("M-231 a report that does not add up is not exported and says so")
    void what_does_not_add_up_is_not_exported() {
        tables.sql(
                        "update cards.operation set cash = cash + 1 where id = (select max(id) from cards.operation where kind = 'TOP_UP' and cash > 0)")
                .update();
        try {
            assertThat(get("top-ups/sums?" + MARCH).get("trouble").asString()).isNotEmpty();
            Browser.Answer refused = browser.get(PATH + "top-ups/file?format=xlsx&" + MARCH);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("type").asString()).endsWith("report-does-not-add");
        } finally {
            tables.sql(
                            "update cards.operation set cash = cash - 1 where id = (select max(id) from cards.operation where kind = 'TOP_UP' and cash > 0)")
                    .update();
        }
    }

    @Test
    void who_sees_one_merchant_sees_its_rows_and_no_report_of_desks() {
        JsonNode list = keeper.get("/api/v1/reports").json().get("items");
        assertThat(list.size()).isPositive();
        list.forEach(each -> assertThat(each.get("name").asString()).doesNotContain("top-up"));
        assertThat(keeper.get(PATH + "top-ups/sums?" + MARCH).status()).isEqualTo(404);
        long own =
                keeper.get(PATH + "purchases/sums?" + MARCH)
                        .json()
                        .get("sums")
                        .get("net")
                        .longValue();
        assertThat(own)
                .isEqualTo(
                        get("purchases/sums?merchant=" + shop.id().value() + "&" + MARCH)
                                .get("sums")
                                .get("net")
                                .longValue())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "purchases/rows?from=2026-03-02&to=2026-03-01, 422",
        "purchases/rows?to=2026-03-01, 422",
        "purchases/rows?from=2026-02-30&to=2026-03-01, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&meal=x, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&after=%21, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&after=MQ, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&limit=501, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&channel=CASH, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&view=sideways, 422",
        "purchases/rows?from=2026-03-01&to=2026-03-01&meal=none, 200",
        "purchases/file?from=2026-03-01&to=2026-03-01&format=pdf, 422",
        "purchases/file?from=2026-03-01&to=2026-03-01&format=csv&columns=personId, 422",
        "nothing/rows?from=2026-03-01&to=2026-03-01, 404"
    })
    void what_cannot_be_is_refused_by_name(String path, int status) {
        assertThat(browser.get(PATH + path).status()).isEqualTo(status);
    }
}

package onecard.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import onecard.platform.cards.Channel;
import onecard.platform.cards.SubsidyMode;
import onecard.platform.cards.TopUp;
import onecard.platform.cards.TopUps;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.PersonId;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Operators;
import onecard.vocabulary.Money;
import org.dhatim.fastexcel.Workbook;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures money for many: a table of fifty thousand top-ups from the upload to the last booked
/// row, a subsidy for all of them in one batch, and the same one person after the other.
@Command(name = "import-money", description = "Books 50,000 top-ups from a table.")
final class MoneyImportBench implements Callable<Integer> {
    private static final String PASSWORD = "correct horse battery";
    private static final int NAIVE_ROWS = 1_000;
    private static final List<String> HEADING =
            List.of("部门", "工号", "姓名", "卡号", "现金", "补贴", "补贴方式", "补贴有效日期", "导入版本号");

    @Option(names = "--people", description = "How many (default: ${DEFAULT-VALUE}).")
    private int size = 50_000;

    @Option(names = "--data", description = "An empty folder for the platform's data.")
    private Optional<Path> data = Optional.empty();

    private final Figures figures = new Figures(System.out);
    private final List<PersonId> everybody = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = data.isPresent() ? data.get() : Files.createTempDirectory("onecard-money");
        try (var platform = BenchPlatform.start(folder, 0, 0)) {
            var operator =
                    platform.door(Operators.class)
                            .addFirst("admin", "admin", PASSWORD, Language.EN);
            var clerk = new BenchClerk(platform.port(), "admin", PASSWORD);
            people(platform, clerk);
            platform.owner().sql("analyze").update();
            double table = table(clerk);
            subsidy(clerk);
            double naive =
                    platform.door(CurrentOperator.class).as(operator, () -> oneByOne(platform));
            figures.add(
                    "money.import.ratio",
                    naive / table,
                    "times",
                    "the obvious simple way beside the whole import");
        }
        figures.writeTo(Path.of("target", "bench-import-money.jsonl"));
        return 0;
    }

    /// Everybody by a table too, and an account for each.
    private void people(BenchPlatform platform, BenchClerk clerk)
            throws IOException, InterruptedException {
        var csv = new StringBuilder("工号,姓名,部门\n");
        for (int i = 0; i < size; i++) {
            csv.append(number(i)).append(",众").append(i).append(",0\n");
        }
        var file = Files.createTempFile("people", ".csv");
        Files.writeString(file, csv, StandardCharsets.UTF_8);
        int id = clerk.upload("people", file, "people.csv");
        clerk.check(id);
        clerk.run(id, "write");
        platform.owner()
                .sql("select id from people.person order by id")
                .query(Integer.class)
                .list()
                .forEach(one -> everybody.add(new PersonId(one)));
        platform.door(TransactionTemplate.class)
                .executeWithoutResult(_ ->
                        platform.door(Ledger.class)
                                .open(
                                        everybody.stream()
                                                .map(one -> new AccountId(one.value()))
                                                .toList()));
        platform.owner()
                .sql(
                        "insert into cards.account_state (person, state, opened_at, changed_at)"
                                + " select id, 'OPEN', current_timestamp, current_timestamp from people.person")
                .update();
    }

    private double table(BenchClerk clerk) throws IOException, InterruptedException {
        var file = Files.createTempFile("top-ups", ".xlsx");
        write(file);
        var how =
                "%d rows, %d KiB, over HTTP, until the last row is seen booked"
                        .formatted(size, Files.size(file) / 1024);
        long begun = System.nanoTime();
        int id = clerk.upload("top-ups", file, "top-ups.xlsx");
        long uploaded = System.nanoTime();
        clerk.check(id);
        long checked = System.nanoTime();
        clerk.run(id, "write");
        long written = System.nanoTime();
        clerk.await(clerk.get("/api/v1/imports/" + id));
        long booked = System.nanoTime();
        figures.add("money.import.upload", seconds(begun, uploaded), "s", how);
        figures.add("money.import.preview", seconds(uploaded, checked), "s", how);
        figures.add("money.import.write", seconds(checked, written), "s", how);
        figures.add("money.import.book", seconds(written, booked), "s", how);
        figures.add("money.import.whole", seconds(begun, booked), "s", how);
        clerk.run(id, "undo");
        clerk.await(clerk.get("/api/v1/imports/" + id));
        figures.add("money.import.undo", seconds(booked, System.nanoTime()), "s", how);
        return seconds(begun, booked);
    }

    private void subsidy(BenchClerk clerk) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        clerk.await(
                clerk.post(
                        "/api/v1/money-batches",
                        Map.of(
                                "kind",
                                "SUBSIDY",
                                "amountCents",
                                5_000,
                                "subsidyMode",
                                "CLEAR_REPLACE",
                                "personIds",
                                List.of()),
                        UUID.randomUUID()));
        figures.add(
                "money.batch.subsidy",
                seconds(begun, System.nanoTime()),
                "s",
                "a subsidy that clears, for all %d in one batch over HTTP; the bar is 30 s"
                        .formatted(size));
    }

    /// What one writes first: a transaction for each person.
    private double oneByOne(BenchPlatform platform) {
        var topUps = platform.door(TopUps.class);
        long begun = System.nanoTime();
        for (int i = 0; i < NAIVE_ROWS; i++) {
            topUps.topUp(
                    UUID.randomUUID(),
                    new TopUp(
                            everybody.get(i),
                            Money.ofCents(1_000),
                            Money.ZERO,
                            SubsidyMode.ACCUMULATE,
                            Optional.empty(),
                            Channel.TRANSFER,
                            ""));
        }
        double all = seconds(begun, System.nanoTime()) / NAIVE_ROWS * size;
        figures.add(
                "money.import.naive",
                all,
                "s",
                "the obvious simple way: one top-up at the desk after the other, without HTTP, %d measured, times %d people"
                        .formatted(NAIVE_ROWS, size));
        return all;
    }

    private void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("充值");
            for (int column = 0; column < HEADING.size(); column++) {
                sheet.value(0, column, HEADING.get(column));
            }
            for (int row = 0; row < size; row++) {
                sheet.value(row + 1, 1, number(row));
                sheet.value(row + 1, 2, "众" + row);
                sheet.value(row + 1, 4, 10 + row % 90);
                sheet.value(row + 1, 5, row % 2 == 0 ? 20 : 0);
                if (row % 2 == 0) {
                    sheet.value(row + 1, 6, "累加补贴");
                    sheet.value(row + 1, 7, "永久");
                }
                sheet.value(row + 1, 8, 1);
            }
        }
    }

    private static String number(int row) {
        return Integer.toString(1_000_000 + row);
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}

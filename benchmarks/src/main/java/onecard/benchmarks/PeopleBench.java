package onecard.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onecard.platform.people.DepartmentId;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonNo;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Operators;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the personnel records: importing a hundred thousand people from each kind of file, and
/// finding them page by page, all through the HTTP API of a platform that runs; and each beside the
/// obvious simple way.
@Command(name = "people", description = "Imports and finds 100,000 people.")
final class PeopleBench implements Callable<Integer> {
    private static final String PASSWORD = "correct horse battery";
    private static final int PLACES = 80;
    private static final int PAGES = 40;
    private static final int NAIVE_ROWS = 2_000;
    private static final int XLS_ROWS = 65_000;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗曾欧解单查";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉兰建国红梅";

    @Option(names = "--people", description = "How many (default: ${DEFAULT-VALUE}).")
    private int size = 100_000;

    @Option(names = "--data", description = "An empty folder for the platform's data.")
    private Optional<Path> data = Optional.empty();

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = data.isPresent() ? data.get() : Files.createTempDirectory("onecard-people");
        try (var platform = BenchPlatform.start(folder, 0, 0)) {
            var operator =
                    platform.door(Operators.class)
                            .addFirst("admin", "admin", PASSWORD, Language.EN);
            platform.door(CurrentOperator.class).as(operator, () -> places(platform));
            var clerk = new BenchClerk(platform.port(), "admin", PASSWORD);
            imports(clerk);
            find(clerk, platform);
            platform.door(CurrentOperator.class).as(operator, () -> rowByRow(platform));
        }
        figures.writeTo(Path.of("target", "bench-people.jsonl"));
        return 0;
    }

    private static int places(BenchPlatform platform) {
        var departments = platform.door(Departments.class);
        var root = departments.root().id();
        for (int i = 1; i <= PLACES; i++) {
            departments.add(root, "部门" + i);
        }
        return PLACES;
    }

    private void imports(BenchClerk clerk) throws IOException, InterruptedException {
        var xls = Files.createTempFile("people", ".xls");
        writeXls(xls, Math.min(size, XLS_ROWS));
        measure(clerk, xls, Math.min(size, XLS_ROWS), "xls", true);
        var csv = Files.createTempFile("people", ".csv");
        Files.writeString(csv, csv(), StandardCharsets.UTF_8);
        measure(clerk, csv, size, "csv", true);
        var xlsx = Files.createTempFile("people", ".xlsx");
        writeXlsx(xlsx);
        measure(clerk, xlsx, size, "xlsx", false);
    }

    private void measure(BenchClerk clerk, Path file, int rows, String kind, boolean undone)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int id = clerk.upload("people", file, "people." + kind);
        long uploaded = System.nanoTime();
        clerk.check(id);
        long checked = System.nanoTime();
        clerk.run(id, "write");
        long written = System.nanoTime();
        var how =
                rows
                        + " rows, "
                        + Files.size(file) / 1024
                        + " KiB, over HTTP, until the job is seen done";
        figures.add("people.import." + kind + ".upload", seconds(begun, uploaded), "s", how);
        figures.add("people.import." + kind + ".preview", seconds(uploaded, checked), "s", how);
        figures.add("people.import." + kind + ".write", seconds(checked, written), "s", how);
        figures.add("people.import." + kind + ".whole", seconds(begun, written), "s", how);
        if (undone) {
            long before = System.nanoTime();
            clerk.run(id, "undo");
            figures.add(
                    "people.import." + kind + ".undo",
                    seconds(before, System.nanoTime()),
                    "s",
                    how);
        }
    }

    private void find(BenchClerk clerk, BenchPlatform platform)
            throws IOException, InterruptedException {
        platform.owner().sql("analyze people.person").update();
        var searches = new java.util.LinkedHashMap<String, String>();
        searches.put("everybody", "order=NUMBER");
        searches.put("everybody-by-sound", "order=NAME");
        searches.put("number", "q=1000");
        searches.put("surname", "q=%E5%BC%A0");
        searches.put("part-of-name", "q=%E7%A7%80%E8%8B%B1");
        searches.put("initials", "q=zx");
        searches.put("one-initial-by-sound", "q=z&order=NAME");
        searches.put("pinyin", "q=zhang");
        searches.put("department", "departmentId=2");
        searches.put("department-by-sound", "departmentId=2&order=NAME");
        for (var search : searches.entrySet()) {
            var times = new ArrayList<Double>();
            for (int i = 0; i < PAGES; i++) {
                long begun = System.nanoTime();
                clerk.get("/api/v1/people?limit=50&" + search.getValue());
                times.add(seconds(begun, System.nanoTime()) * 1_000);
            }
            times.sort(null);
            figures.add(
                    "people.find." + search.getKey() + ".p50",
                    times.get(PAGES / 2),
                    "ms",
                    "one page of 50 with purses over HTTP, %d times, %d people"
                            .formatted(PAGES, size));
            figures.add(
                    "people.find." + search.getKey() + ".worst",
                    times.getLast(),
                    "ms",
                    "the slowest of the same");
        }
        naiveSearch(platform.owner());
    }

    /// What one writes first: `like '%…%'` over every column.
    private void naiveSearch(JdbcClient owner) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < PAGES; i++) {
            long begun = System.nanoTime();
            owner.sql(
                            "select * from people.person where name like '%秀英%' or person_no like"
                                    + " '%秀英%' or pinyin like '%秀英%' order by name limit 50")
                    .query()
                    .listOfRows();
            best = Math.min(best, seconds(begun, System.nanoTime()) * 1_000);
        }
        figures.add(
                "people.find.naive",
                best,
                "ms",
                "the obvious simple way: like '%…%' over three columns, statement only, fastest of "
                        + PAGES);
    }

    /// What one writes first: one person after the other.
    private int rowByRow(BenchPlatform platform) {
        var people = platform.door(People.class);
        long begun = System.nanoTime();
        for (int i = 0; i < NAIVE_ROWS; i++) {
            people.add(
                    new NewPerson(
                            Optional.of(new PersonNo("N" + (10_000 + i))),
                            name(i),
                            new DepartmentId(2),
                            Optional.empty(),
                            Optional.empty()));
        }
        double each = seconds(begun, System.nanoTime()) / NAIVE_ROWS;
        figures.add(
                "people.import.naive",
                each * size,
                "s",
                "the obvious simple way: a transaction per person, %d measured, times %d people"
                        .formatted(NAIVE_ROWS, size));
        return NAIVE_ROWS;
    }

    private void writeXlsx(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("人员");
            List<String> heading = List.of("工号", "姓名", "部门");
            for (int column = 0; column < heading.size(); column++) {
                sheet.value(0, column, heading.get(column));
            }
            for (int row = 0; row < size; row++) {
                sheet.value(row + 1, 0, number(row));
                sheet.value(row + 1, 1, name(row));
                sheet.value(row + 1, 2, place(row));
            }
        }
    }

    private static void writeXls(Path file, int rows) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("人员");
            for (int row = 0; row <= rows; row++) {
                var cells = sheet.createRow(row);
                cells.createCell(0).setCellValue(row == 0 ? "工号" : number(row - 1));
                cells.createCell(1).setCellValue(row == 0 ? "姓名" : name(row - 1));
                cells.createCell(2).setCellValue(row == 0 ? "部门" : place(row - 1));
            }
            book.write(out);
        }
    }

    private String csv() {
        var text = new StringBuilder("工号,姓名,部门\n");
        for (int row = 0; row < size; row++) {
            text.append(number(row)).append(',').append(name(row)).append(',').append(place(row));
            text.append('\n');
        }
        return text.toString();
    }

    private static String number(int row) {
        return Integer.toString(1_000_000 + row);
    }

    private static String place(int row) {
        return "部门" + (row % PLACES + 1);
    }

    private static String name(int row) {
        return ""
                + SURNAMES.charAt(row % SURNAMES.length())
                + GIVEN.charAt(row / 7 % GIVEN.length())
                + GIVEN.charAt(row / 31 % GIVEN.length());
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}

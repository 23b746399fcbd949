package onecard.platform.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.SheetReader;
import onecard.platform.sheets.SheetRow;

/// Judges every row of a table in order, some at a time, and remembers in short what was judged.
final class TableJudge<P> {
    /// How many rows are judged at once.
    static final int AT_ONCE = 1_000;

    private final ImportDesk.Judge<P> judge;
    private final ImportChoice choice;
    private final Consumer<List<JudgedRow<P>>> taker;
    private final List<ImportLine> waiting = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private int rows;
    private int add;
    private int change;
    private int same;
    private int bad;
    private int noticed;

    TableJudge(ImportDesk.Judge<P> judge, ImportChoice choice, Consumer<List<JudgedRow<P>>> taker) {
        this.judge = judge;
        this.choice = choice;
        this.taker = taker;
    }

    /// Judges the whole table.
    void judge(byte[] file) {
        SheetReader.read(file, this::take);
        flush();
    }

    int rows() {
        return rows;
    }

    Import.Counts counts() {
        return new Import.Counts(add, change, same, bad, noticed);
    }

    List<ImportSum> sums() {
        return judge.sums();
    }

    /// What was judged, in short; ends the judging.
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean take(SheetRow row) {
        if (row.number() >= choice.firstRow()) {
            var line = line(row);
            if (!line.cells().isEmpty()) {
                waiting.add(line);
            }
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }
        return true;
    }

    private ImportLine line(SheetRow row) {
        Map<String, Cell> cells = new HashMap<>();
        choice.columns()
                .forEach((field, column) -> {
                    var cell = row.cell(column);
                    if (!cell.isBlank()) {
                        cells.put(field, cell);
                    }
                });
        return new ImportLine(row.number(), row.hidden(), cells);
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        var judged = judge.judge(List.copyOf(waiting));
        waiting.clear();
        judged.forEach(this::count);
        rows += judged.size();
        taker.accept(judged);
    }

    private void count(JudgedRow<P> row) {
        switch (row.effect()) {
            case ADD -> add++;
            case CHANGE -> change++;
            case SAME -> same++;
            case BAD -> bad++;
        }
        if (!row.notices().isEmpty()) {
            noticed++;
        }
        digest.update(
                (row.line().row() + " " + row.effect() + " " + row.subject() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

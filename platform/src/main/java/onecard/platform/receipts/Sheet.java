package onecard.platform.receipts;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;

/// A receipt, line by line, for a paper of some columns. Pure but for the words.
final class Sheet {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int DOUBLE = 2;

    private final Messages messages;
    private final Language language;
    private final Paper paper;
    private final List<Line> lines = new ArrayList<>();

    private Sheet(Messages messages, Language language, Paper paper) {
        this.messages = messages;
        this.language = language;
        this.paper = paper;
    }

    /// How a line looks.
    enum Look {
        PLAIN,
        STRONG,
        /// In the middle.
        CENTRED,
        /// In the middle, twice as wide and high.
        LARGE
    }

    record Line(Look look, String text) {}

    /// Lays out a receipt.
    ///
    /// @param reprint absent on the first print
    static List<Line> of(
            Receipt receipt,
            Optional<Reprint> reprint,
            Messages messages,
            Language language,
            Paper paper) {
        var sheet = new Sheet(messages, language, paper);
        sheet.head(receipt, reprint);
        sheet.figures(receipt);
        return List.copyOf(sheet.lines);
    }

    private void head(Receipt receipt, Optional<Reprint> reprint) {
        centred(receipt.unitName(), true);
        centred(receipt.title(), false);
        reprint.ifPresent(again -> centred(words(again), false));
        rule();
        receipt.number().ifPresent(number -> field("number", number));
        field("at", MOMENT.format(receipt.at()));
        field("clerk", receipt.clerk());
        receipt.holder()
                .ifPresent(holder -> {
                    field("person-no", holder.number());
                    field("name", holder.name());
                    holder.card().ifPresent(card -> field("card", card));
                });
        rule();
    }

    private void figures(Receipt receipt) {
        receipt.figures().forEach(this::figure);
        if (!receipt.figures().isEmpty() && !receipt.balances().isEmpty()) {
            rule();
        }
        receipt.balances().forEach(this::figure);
        if (!receipt.figures().isEmpty() || !receipt.balances().isEmpty()) {
            text(Look.PLAIN, say("amounts"));
        }
        receipt.notes().forEach(note -> text(Look.PLAIN, note));
    }

    /// Returns what a print says that is not the first.
    String words(Reprint again) {
        return messages.say(
                language,
                "receipts.reprint",
                Map.of(
                        "count",
                        again.count(),
                        "at",
                        MOMENT.format(again.at()),
                        "clerk",
                        again.clerk()));
    }

    private void centred(String text, boolean large) {
        int columns = paper.width().columns();
        var clean = Glyphs.clean(text, paper.rare()).strip();
        boolean fits = Glyphs.width(clean) * DOUBLE <= columns;
        for (String part : Glyphs.wrap(clean, columns)) {
            lines.add(new Line(large && fits ? Look.LARGE : Look.CENTRED, part));
        }
    }

    private void field(String label, String text) {
        row(Look.PLAIN, say(label), text);
    }

    private void figure(Receipt.Figure figure) {
        row(figure.strong() ? Look.STRONG : Look.PLAIN, figure.label(), figure.text());
    }

    private void row(Look look, String label, String text) {
        Glyphs.row(
                        Glyphs.clean(label, paper.rare()),
                        Glyphs.clean(text, paper.rare()),
                        paper.width().columns())
                .forEach(part -> lines.add(new Line(look, part)));
    }

    private void text(Look look, String text) {
        Glyphs.wrap(Glyphs.clean(text, paper.rare()), paper.width().columns())
                .forEach(part -> lines.add(new Line(look, part)));
    }

    private void rule() {
        lines.add(new Line(Look.PLAIN, "-".repeat(paper.width().columns())));
    }

    private String say(String key) {
        return messages.say(language, "receipts." + key);
    }
}

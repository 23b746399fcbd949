package onecard.platform.purchases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.cards.StatementNotes;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.StatementLine;
import onecard.platform.terminals.Terminal;
import org.springframework.stereotype.Component;

/// Tells of the lines of a statement that purchases wrote where they happened, and whether they
/// were voided since.
@Component
class EntryNotes implements StatementNotes {
    private final JournalPages pages;
    private final LiveRows rows;
    private final CorrectionTable corrections;

    EntryNotes(JournalPages pages, LiveRows rows, CorrectionTable corrections) {
        this.pages = pages;
        this.rows = rows;
        this.corrections = corrections;
    }

    @Override
    public Map<EntryPlace, Note> on(Collection<StatementLine> lines) {
        var purchases = new HashMap<EntryPlace, EntryPlace>();
        for (StatementLine line : lines) {
            if (isOurs(line)) {
                purchases.put(
                        line.place(),
                        new EntryPlace(line.place().bookedOn(), new JournalNumber(line.cause())));
            }
        }
        if (purchases.isEmpty()) {
            return Map.of();
        }
        // A purchase out of both purses has an entry in each.
        Map<EntryPlace, JournalLine> found = pages.at(Set.copyOf(purchases.values()));
        Named names = rows.look(found.values());
        Map<Long, String> operators = corrections.operators(byHand(found.values()));
        var notes = new HashMap<EntryPlace, Note>();
        purchases.forEach((entry, purchase) ->
                Optional.ofNullable(found.get(purchase))
                        .ifPresent(line -> notes.put(entry, note(line, names, operators))));
        return notes;
    }

    private static boolean isOurs(StatementLine line) {
        return switch (line.kind()) {
            case CHARGE, VOID, CORRECTION, BACK_ENTRY, SURCHARGE, RECORD -> line.cause() > 0;
            case TOP_UP,
                    SUBSIDY,
                    REFUND,
                    TAKE_OVER,
                    EXPIRY,
                    UNDO,
                    SUBSIDY_CLEARED,
                    CARD_COST,
                    CARD_COST_RETURNED,
                    CARD_COST_FORFEITED,
                    SUBSIDY_RETURNED ->
                    false;
        };
    }

    private static List<Long> byHand(Collection<JournalLine> lines) {
        return lines.stream()
                .map(JournalLine::row)
                .filter(row ->
                        switch (row.kind()) {
                            case CORRECTION, BACK_ENTRY -> true;
                            case ONLINE, RECORD, VOID -> false;
                        })
                .map(JournalRow::number)
                .toList();
    }

    private static Note note(JournalLine line, Named names, Map<Long, String> operators) {
        Place place = line.row().place();
        Optional<Terminal> terminal = names.terminal(place.terminal());
        return new Note(
                terminal.map(t -> t.serial().value()),
                names.merchant(place.merchant()),
                Optional.ofNullable(operators.get(line.row().number())),
                line.voided());
    }
}

package onecard.simulator;

/// What a terminal keeps when it is switched off.
///
/// @param slips its numbers and sales
/// @param lists the lists of cards
/// @param parameters how the platform wants it to work
public record TerminalBooks(SlipBook slips, ListBook lists, ParameterBook parameters)
        implements AutoCloseable {
    /// Returns books of a terminal whose parameters are forgotten when it ends.
    public static TerminalBooks with(SlipBook slips, ListBook lists) {
        return new TerminalBooks(slips, lists, ParameterBook.open(new MemoryJournal()));
    }

    @Override
    public void close() {
        slips.close();
        lists.close();
        parameters.close();
    }
}

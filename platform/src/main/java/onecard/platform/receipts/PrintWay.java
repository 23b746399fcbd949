package onecard.platform.receipts;

/// Which way a receipt takes to the paper.
enum PrintWay {
    /// The bridge of the desk.
    BRIDGE,
    /// A printer in the network.
    PRINTER,
    /// The browser's own printing.
    BROWSER
}

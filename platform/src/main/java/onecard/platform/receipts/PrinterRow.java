package onecard.platform.receipts;

/// A receipt printer in the network.
///
/// @param name as clerks know it: 一楼窗口
record PrinterRow(int id, String name, PrinterAddress address, Paper paper, int revision) {}

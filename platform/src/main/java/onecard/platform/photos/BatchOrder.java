package onecard.platform.photos;

/// What the job of a batch is told.
record BatchOrder(int batchId) {}

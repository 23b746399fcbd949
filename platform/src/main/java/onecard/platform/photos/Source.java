package onecard.platform.photos;

/// Where a portrait came from.
enum Source {
    /// A file chosen on the person's page (`M-135`).
    FILE,
    /// The camera of the clerk's PC.
    CAMERA,
    /// The person's own phone, by a one-time link (`M-132`).
    PHONE,
    /// One of many (`M-137`).
    BATCH
}

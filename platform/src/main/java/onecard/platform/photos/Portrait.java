package onecard.platform.photos;

/// The picture that is stored and pushed: a JPEG of fewer than [#BYTES_BELOW] bytes, cropped to one
/// upright face, with no word about where and with what it was taken (`M-136`).
///
/// @param jpeg its bytes
/// @param width in pixels
/// @param height in pixels
@SuppressWarnings("ArrayRecordComponent") // sealed or sent, never compared
record Portrait(byte[] jpeg, int width, int height) {
    /// 50 KB, where a KB is the smaller of the two: terminals count either way.
    static final int BYTES_BELOW = 50_000;

    Portrait {
        if (jpeg.length >= BYTES_BELOW) {
            throw new IllegalArgumentException(
                    "A portrait has fewer than %d bytes, not %d"
                            .formatted(BYTES_BELOW, jpeg.length));
        }
    }
}

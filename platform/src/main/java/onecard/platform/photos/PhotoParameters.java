package onecard.platform.photos;

/// The parameters of photos.
///
/// @param leaverDays how many days after somebody left the portrait goes, 0 to 365; 0 is the night
///   after
record PhotoParameters(int leaverDays, int version) {
    static final int LEAVER_DAYS_MAX = 365;
}

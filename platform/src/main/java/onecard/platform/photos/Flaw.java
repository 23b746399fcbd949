package onecard.platform.photos;

/// What is wrong with a photo, in the order in which it is told.
enum Flaw {
    /// None of the kinds that are read, or broken.
    NOT_A_PICTURE(Weight.HOPELESS),
    /// A picture of a kind that is not read (HEIC, WebP, GIF …).
    OTHER_KIND(Weight.HOPELESS),
    /// The file ends in the middle of the picture.
    TRUNCATED(Weight.HOPELESS),
    /// More bytes or more pixels than are looked at.
    TOO_LARGE(Weight.HOPELESS),
    NO_FACE(Weight.HOPELESS),
    /// Somebody else is in the picture.
    SEVERAL_FACES(Weight.HOPELESS),
    /// Even the smallest portrait is 50 KB or more (`D-44`).
    NOT_SMALL_ENOUGH(Weight.HOPELESS),
    /// The face has too few pixels.
    FACE_TOO_SMALL(Weight.GRAVE),
    /// A part of the face lies outside the picture.
    CUT_OFF(Weight.GRAVE),
    /// The picture lies on its side or stands on its head.
    NOT_UPRIGHT(Weight.GRAVE),
    /// The head leans to a shoulder.
    TILTED(Weight.GRAVE),
    /// The head does not look straight at the camera.
    TURNED(Weight.GRAVE),
    TOO_DARK(Weight.GRAVE),
    TOO_BRIGHT(Weight.GRAVE),
    BLURRED(Weight.GRAVE),
    /// It may be no face at all, or one that something covers.
    UNSURE(Weight.GRAVE),
    /// Light from one side only.
    SIDE_LIGHT(Weight.HINT),
    /// The background is not plain (`M-131`).
    BUSY_BACKGROUND(Weight.HINT);

    /// What follows from it.
    enum Weight {
        /// There is no portrait.
        HOPELESS,
        /// There is a portrait that only a permitted operator may accept.
        GRAVE,
        /// The portrait is good; a better one is possible.
        HINT
    }

    private final Weight weight;

    Flaw(Weight weight) {
        this.weight = weight;
    }

    Weight weight() {
        return weight;
    }
}

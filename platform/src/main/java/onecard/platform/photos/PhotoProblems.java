package onecard.platform.photos;

import onecard.platform.system.ProblemKind;

/// What can be in the way of a photo.
final class PhotoProblems {
    /// The platform was built without its face finder.
    static final ProblemKind NO_FINDER = new ProblemKind("face-finder-missing", 503);

    /// More photos at once than there are hands.
    static final ProblemKind BUSY = new ProblemKind("photo-check-busy", 503);

    /// The photo does not pass the check.
    static final ProblemKind REFUSED = new ProblemKind("photo-refused", 409);

    /// Nobody agreed yet.
    static final ProblemKind NO_CONSENT = new ProblemKind("photo-without-consent", 409);

    /// The person is in the leavers' archive.
    static final ProblemKind LEFT = new ProblemKind("photo-of-leaver", 409);

    /// The key that opens the portrait is not in the key file of this node.
    static final ProblemKind KEY_AWAY = new ProblemKind("photo-key-missing", 409);

    /// Unknown, expired, used or called back: a stranger learns not which.
    static final ProblemKind LINK_OVER = new ProblemKind("photo-link-over", 410);

    /// An address that tries secrets.
    static final ProblemKind TOO_MANY_TRIES = new ProblemKind("photo-link-too-many-tries", 429);

    /// A part came out of its order.
    static final ProblemKind OTHER_PART = new ProblemKind("photo-batch-other-part", 409);

    /// Work on the batch has begun.
    static final ProblemKind BEGUN = new ProblemKind("photo-batch-begun", 409);

    /// Nothing was uploaded.
    static final ProblemKind EMPTY = new ProblemKind("photo-batch-empty", 409);

    /// More than is taken in at once, or more than the disk has room for.
    static final ProblemKind NO_ROOM = new ProblemKind("photo-batch-too-large", 409);

    /// The uploaded file is not on this node, or no longer.
    static final ProblemKind FILE_GONE = new ProblemKind("photo-batch-file-gone", 409);

    /// The uploaded file is no zip, or one that unpacks without end.
    static final ProblemKind NO_ZIP = new ProblemKind("photo-batch-no-zip", 409);

    /// There is no portrait that could be accepted, or not any more.
    static final ProblemKind NOTHING_TO_ACCEPT = new ProblemKind("photo-nothing-to-accept", 409);

    private PhotoProblems() {}
}

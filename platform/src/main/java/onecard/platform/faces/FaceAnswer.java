package onecard.platform.faces;

/// What is answered to a device.
///
/// @param status of HTTP
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record FaceAnswer(int status, byte[] body) {
    static final int OK = 200;

    static FaceAnswer ok(byte[] body) {
        return new FaceAnswer(OK, body);
    }

    static FaceAnswer empty(int status) {
        return new FaceAnswer(status, new byte[0]);
    }
}

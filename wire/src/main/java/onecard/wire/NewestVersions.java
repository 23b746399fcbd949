package onecard.wire;

import static onecard.wire.Keys.ALLOW_VERSION;
import static onecard.wire.Keys.BLOCK_VERSION;
import static onecard.wire.Keys.NEWEST;
import static onecard.wire.Keys.PARAMETER_VERSION;
import static onecard.wire.Keys.WAITING;

/// What stands beside every decision ↔ a map.
final class NewestVersions {
    private NewestVersions() {}

    static Fields fields(Newest newest) {
        return new Fields()
                .put(PARAMETER_VERSION, newest.parameterVersion())
                .put(ALLOW_VERSION, newest.allowVersion())
                .put(BLOCK_VERSION, newest.blockVersion())
                .putIfTrue(WAITING, newest.waiting());
    }

    static Newest read(Fields message) throws MalformedException {
        Fields fields = message.map(NEWEST);
        return new Newest(
                Requests.version(fields, PARAMETER_VERSION),
                Requests.version(fields, ALLOW_VERSION),
                Requests.version(fields, BLOCK_VERSION),
                fields.truth(WAITING));
    }
}

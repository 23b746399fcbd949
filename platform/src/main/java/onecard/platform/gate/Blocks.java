package onecard.platform.gate;

import java.util.Arrays;
import java.util.Optional;
import onecard.wire.Protocol;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;

/// Cuts long bodies into the blocks that are asked for (RFC 7959). The library can do this too, but
/// keeps two copies of the body for each terminal; we keep none.
final class Blocks {
    /// The size exponent of blocks of 1,024 bytes.
    private static final int LARGEST = 6;

    private Blocks() {}

    /// Tells whether a request goes on with a body that was begun.
    static boolean goesOn(Request request) {
        return asked(request).filter(block -> block.getNum() > 0).isPresent();
    }

    private static Optional<BlockOption> asked(Request request) {
        return Optional.ofNullable(request.getOptions().getBlock2());
    }

    /// A block of a body as it leaves.
    ///
    /// @param more whether others come after it
    record Block(Response response, boolean more) {}

    static Block of(Request request, Porch.Outgoing whole) {
        var asked = asked(request);
        int exponent = Math.min(asked.map(BlockOption::getSzx).orElse(LARGEST), LARGEST);
        int size = BlockOption.szx2Size(exponent);
        int from = asked.map(BlockOption::getOffset).orElse(0);
        byte[] body = whole.body();
        if (from % size != 0 || (from > 0 && from >= body.length)) {
            return new Block(new Response(ResponseCode.BAD_OPTION), false);
        }
        int to = Math.min(from + size, body.length);
        boolean more = to < body.length;
        var response = new Response(ResponseCode.valueOf(whole.code()));
        response.setPayload(Arrays.copyOfRange(body, from, to));
        response.getOptions().setContentFormat(Protocol.CONTENT_FORMAT);
        response.getOptions().addETag(whole.tag());
        if (more || asked.isPresent()) {
            response.getOptions().setBlock2(exponent, more, from / size);
        }
        if (more && from == 0) {
            response.getOptions().setSize2(body.length);
        }
        return new Block(response, more);
    }
}

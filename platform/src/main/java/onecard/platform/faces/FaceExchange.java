package onecard.platform.faces;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of a face terminal: one request after the other, each on a thread of its own. The
/// body is bytes, whatever its headers say.
final class FaceExchange extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(FaceExchange.class);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final int TROUBLE = 500;
    private static final int BUSY = 503;

    private final FaceDoor door;
    private final FacePorch porch;
    private final AtomicBoolean underWay = new AtomicBoolean();

    FaceExchange(FaceDoor door, FacePorch porch) {
        this.door = door;
        this.porch = porch;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        boolean keep = HttpUtil.isKeepAlive(request);
        InetAddress source = Guests.source(context);
        if (underWay.getAndSet(true)) {
            // Devices wait for an answer; who does not is none.
            var _ = context.close();
        } else if (request.decoderResult().isFailure()) {
            send(context, FaceAnswer.empty(BAD_REQUEST), false);
        } else if (!porch.mayCome(source)) {
            send(context, FaceAnswer.empty(TOO_MANY), false);
        } else if (!porch.enter()) {
            send(context, FaceAnswer.empty(BUSY), keep);
        } else {
            String method = request.method().name();
            String target = request.uri();
            byte[] body = ByteBufUtil.getBytes(request.content());
            Thread.ofVirtual()
                    .name("face-exchange")
                    .start(() -> send(context, answer(source, method, target, body), keep));
        }
    }

    private FaceAnswer answer(InetAddress source, String method, String target, byte[] body) {
        try {
            return door.answer(source, method, target, body);
        } catch (RuntimeException e) {
            LOG.warn(
                    "face-request-failed address={} why={}", source.getHostAddress(), e.toString());
            return FaceAnswer.empty(TROUBLE);
        } finally {
            porch.leave();
        }
    }

    private void send(ChannelHandlerContext context, FaceAnswer answer, boolean keep) {
        var response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(answer.status()),
                        Unpooled.wrappedBuffer(answer.body()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain")
                .set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.DATE, DATE.format(porch.time()));
        HttpUtil.setKeepAlive(response, keep);
        underWay.set(false);
        var sent = context.writeAndFlush(response);
        if (!keep) {
            var _ = sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException) && !(cause instanceof ReadTimeoutException)) {
            LOG.debug("A connection of a face terminal broke", cause);
        }
        var _ = context.close();
    }
}

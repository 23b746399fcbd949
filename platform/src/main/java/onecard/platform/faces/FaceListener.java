package onecard.platform.faces;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/// A socket that speaks HTTP to face terminals, within limits: nothing a stranger does takes more
/// than a bounded part of this process.
final class FaceListener implements AutoCloseable {
    /// The longest body; a picture for recognition has less than 70 KB as text.
    static final int BODY_BYTES_MAX = 1024 * 1024;

    /// The longest first line of a request, and the most of its headers.
    static final int LINE_BYTES_MAX = 4_096;

    static final int HEADER_BYTES_MAX = 8_192;

    /// How long a connection may be silent.
    static final int SILENCE_SECONDS = 60;

    private static final int THREADS = 2;
    private static final int BACKLOG = 128;
    private static final int QUIET_MILLIS = 0;
    private static final int LEAVE_MILLIS = 3_000;

    private final EventLoopGroup threads;
    private final Channel channel;

    private FaceListener(EventLoopGroup threads, Channel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /// Begins to listen.
    ///
    /// @throws IOException if the port cannot be had
    static FaceListener open(InetSocketAddress at, FaceDoor door, Guests guests, FacePorch porch)
            throws IOException {
        var threads = new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
        var bound =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel made) {
                                        line(made, door, guests, porch);
                                    }
                                })
                        .bind(at)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var _ = threads.shutdownGracefully(QUIET_MILLIS, LEAVE_MILLIS, TimeUnit.MILLISECONDS);
            throw new IOException(bound.cause());
        }
        return new FaceListener(threads, bound.channel());
    }

    private static void line(SocketChannel made, FaceDoor door, Guests guests, FacePorch porch) {
        made.pipeline()
                .addLast(
                        guests,
                        new ReadTimeoutHandler(SILENCE_SECONDS),
                        new HttpRequestDecoder(
                                new HttpDecoderConfig()
                                        .setMaxInitialLineLength(LINE_BYTES_MAX)
                                        .setMaxHeaderSize(HEADER_BYTES_MAX)
                                        .setValidateHeaders(false)),
                        new HttpResponseEncoder(),
                        new Bodies(),
                        new FaceExchange(door, porch));
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /// Stops; who is inside is answered first, if it takes no longer than three seconds.
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        threads.shutdownGracefully(QUIET_MILLIS, LEAVE_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }

    /// Puts bodies together; one that is too long ends the connection, or its rest would be read.
    private static final class Bodies extends HttpObjectAggregator {
        Bodies() {
            super(BODY_BYTES_MAX, true);
        }

        @Override
        protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage message) {
            var _ =
                    context.writeAndFlush(
                                    new DefaultFullHttpResponse(
                                            HttpVersion.HTTP_1_1,
                                            HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                                            Unpooled.EMPTY_BUFFER))
                            .addListener(ChannelFutureListener.CLOSE);
        }
    }
}

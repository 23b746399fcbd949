package onecard.platform.faces;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts connections, all of them and those of each source, and closes what is too many.
@Sharable
final class Guests extends ChannelInboundHandlerAdapter {
    static final int ALL_MAX = 512;

    /// A canteen may sit behind one address.
    static final int OF_ONE_MAX = 256;

    private final AtomicInteger all = new AtomicInteger();
    private final Map<InetAddress, Integer> each = new ConcurrentHashMap<>();

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        int of = each.merge(source(context), 1, Integer::sum);
        if (all.incrementAndGet() > ALL_MAX || of > OF_ONE_MAX) {
            var _ = context.close();
            return;
        }
        super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        all.decrementAndGet();
        each.computeIfPresent(source(context), (_, before) -> before == 1 ? null : before - 1);
        super.channelInactive(context);
    }

    static InetAddress source(ChannelHandlerContext context) {
        return ((InetSocketAddress) context.channel().remoteAddress()).getAddress();
    }
}

package onecard.platform.gate;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import onecard.platform.terminals.TerminalKeys;
import onecard.vocabulary.SerialNo;
import org.eclipse.californium.elements.auth.AdditionalInfo;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.scandium.auth.ApplicationLevelInfoSupplier;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.SessionAdapter;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/// Hands the library the keys of the register. A name that is unknown and a key that is wrong end
/// the same way, in silence, so that nobody learns which serial numbers exist.
final class KeyDesk extends SessionAdapter
        implements AdvancedPskStore, ApplicationLevelInfoSupplier {
    private static final String KEY_NUMBER = "key";

    private final TerminalKeys keyring;
    private final Tally tally;
    private final KeyOffers offers = new KeyOffers();

    /// Where the handshakes under way come from; as many as there are handshakes.
    private final Map<ConnectionId, InetSocketAddress> addresses = new ConcurrentHashMap<>();

    KeyDesk(TerminalKeys keyring, Tally tally) {
        this.keyring = keyring;
        this.tally = tally;
    }

    /// Tells whether the key of this session still fits. Sessions that outlived a restart have
    /// forgotten their key's number; for them it is enough that the terminal has a key.
    boolean admits(Principal principal) {
        Optional<SerialNo> terminal = terminalOf(principal);
        if (terminal.isEmpty()) {
            return false;
        }
        return keyring.fits(terminal.get(), keyNumberOf(principal));
    }

    static Optional<SerialNo> terminalOf(@Nullable Principal principal) {
        return principal != null && SerialNo.exists(principal.getName())
                ? Optional.of(new SerialNo(principal.getName()))
                : Optional.empty();
    }

    private static int keyNumberOf(Principal principal) {
        if (principal instanceof PreSharedKeyIdentity identity) {
            Integer number = identity.getExtendedInfo().get(KEY_NUMBER, Integer.class);
            return number == null ? 0 : number;
        }
        return 0;
    }

    @Override
    public PskSecretResult requestPskSecretResult(
            ConnectionId cid,
            @Nullable ServerNames serverName,
            PskPublicInformation identity,
            String hmacAlgorithm,
            @Nullable SecretKey otherSecret,
            byte[] seed,
            boolean useExtendedMasterSecret) {
        String name = identity.getPublicInfoAsString();
        Optional<SerialNo> terminal =
                SerialNo.exists(name) ? Optional.of(new SerialNo(name)) : Optional.empty();
        Optional<TerminalKeys.Key> key =
                terminal.flatMap(serial -> offers.next(serial, keyring.keysOf(serial)));
        if (key.isEmpty()) {
            tally.strangers.increment();
            keyring.knocked(name, Addresses.text(addresses.get(cid)));
            return new PskSecretResult(cid, identity, null);
        }
        // A copy: the library destroys what it was given.
        SecretKey secret =
                SecretUtil.create(key.get().secret().getEncoded(), PskSecretResult.ALGORITHM_PSK);
        return new PskSecretResult(cid, identity, secret, key.get().number());
    }

    @Override
    public @Nullable AdditionalInfo getInfo(Principal principal, @Nullable Object keyNumber) {
        return keyNumber instanceof Integer number
                ? AdditionalInfo.from(Map.of(KEY_NUMBER, number))
                : null;
    }

    @Override
    public void handshakeStarted(Handshaker handshaker) {
        addresses.put(handshaker.getConnection().getConnectionId(), handshaker.getPeerAddress());
    }

    @Override
    public void contextEstablished(Handshaker handshaker, DTLSContext context) {
        Principal principal = context.getSession().getPeerIdentity();
        addresses.remove(handshaker.getConnection().getConnectionId());
        tally.handshakes.increment();
        terminalOf(principal)
                .ifPresent(terminal -> {
                    int number = keyNumberOf(principal);
                    offers.worked(terminal, number);
                    keyring.opened(terminal, number);
                });
    }

    @Override
    public void handshakeFailed(Handshaker handshaker, Throwable error) {
        addresses.remove(handshaker.getConnection().getConnectionId());
        tally.failedHandshakes.increment();
    }

    @Override
    public boolean hasEcdhePskSupported() {
        return false;
    }

    @Override
    public @Nullable PskPublicInformation getIdentity(
            InetSocketAddress peerAddress, @Nullable ServerNames virtualHost) {
        return null;
    }

    @Override
    public void setResultHandler(HandshakeResultHandler resultHandler) {
        // Keys are in memory: the result is always returned at once.
    }
}

package onecard.platform;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import onecard.platform.system.PrivateFiles;
import onecard.platform.system.StartFailure;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The console's certificate and its key, as two files. One is made at the first start and again
/// before it ends; who has one of their own names its files.
///
/// @param certificate PEM
/// @param key PEM, PKCS#8
record Certificate(Path certificate, Path key) {
    /// The longest that browsers take from a certificate.
    static final Duration VALID = Duration.ofDays(820);

    /// So long before its end another is made.
    static final Duration RENEW = Duration.ofDays(30);

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /// Returns the certificate in that folder, made anew if there is none or it soon ends.
    static Certificate selfMade(Path folder, Clock clock) {
        PrivateFiles.folder(folder);
        Certificate files =
                new Certificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        boolean usable =
                Files.exists(files.certificate)
                        && Files.exists(files.key)
                        && files.ends().isAfter(clock.instant().plus(RENEW));
        if (!usable) {
            files.make(clock.instant());
        }
        return files;
    }

    /// Returns the SHA-256 fingerprint, as browsers show it.
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(read().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256 and X.509", e);
        }
    }

    Instant ends() {
        return read().getNotAfter().toInstant();
    }

    X509Certificate read() {
        try (InputStream pem = Files.newInputStream(certificate)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(
                    "The certificate " + certificate + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void make(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            PrivateFiles.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFiles.write(certificate, pem("CERTIFICATE", signed(pair, now).getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new StartFailure("No certificate could be made: " + e.getMessage(), e);
        }
    }

    private static X509CertificateHolder signed(KeyPair pair, Instant now)
            throws OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=Onecard " + hostName());
        var builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(126, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(CLOCKS_DIFFER)),
                        Date.from(now.plus(VALID)),
                        name,
                        pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(names().toArray(GeneralName[]::new)));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    /// Every name and address under which this machine may be called.
    private static Set<GeneralName> names() {
        Set<GeneralName> names = new LinkedHashSet<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.dNSName, hostName()));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        for (InetAddress address : addresses()) {
            names.add(
                    new GeneralName(
                            GeneralName.iPAddress, new DEROctetString(address.getAddress())));
        }
        return names;
    }

    static Set<InetAddress> addresses() {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        try {
            for (NetworkInterface card :
                    Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(card.getInetAddresses())) {
                    if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                        addresses.add(address);
                    }
                }
            }
        } catch (SocketException _) {
            return Set.of();
        }
        return addresses;
    }

    static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?") ? name : "localhost";
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    private static byte[] pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, body, what)
                .getBytes(StandardCharsets.US_ASCII);
    }
}

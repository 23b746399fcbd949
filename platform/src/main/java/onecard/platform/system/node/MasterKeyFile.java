package onecard.platform.system.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onecard.platform.system.DataFolder;
import onecard.platform.system.MasterKey;
import onecard.platform.system.PrivateFiles;
import onecard.platform.system.StartFailure;
import org.springframework.stereotype.Component;

/// The master key in `<data>/secrets/master.key`: a line per key, `id base64`. Made at the first
/// start on a fresh database; a node without the key of its database does not start, because what
/// it sealed nobody else could open.
@Component
class MasterKeyFile implements MasterKey {
    private static final String PROOF = "master-key-proof";
    private static final byte[] PROOF_TEXT = "onecard".getBytes(StandardCharsets.US_ASCII);

    private final Seal seal;

    MasterKeyFile(MasterKeyTable table, DataFolder data, Clock clock) {
        Path file = data.secrets().resolve("master.key");
        Optional<byte[]> known = table.newest();
        PrivateFiles.folder(data.secrets());
        if (!Files.exists(file)) {
            if (known.isPresent()) {
                throw missing(file);
            }
            make(file);
        }
        this.seal = new Seal(read(file));
        byte[] proof = known.orElseGet(() -> introduce(table, file, clock));
        if (!isOpenedHere(proof)) {
            throw missing(file);
        }
    }

    @Override
    public byte[] seal(String purpose, byte[] plain) {
        return seal.seal(purpose, plain);
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        return seal.open(purpose, sealed);
    }

    private byte[] introduce(MasterKeyTable table, Path file, Clock clock) {
        byte[] proof = seal.seal(PROOF, PROOF_TEXT);
        table.add(seal.newest(), proof, clock.instant());
        return table.newest().orElseThrow(() -> missing(file));
    }

    private boolean isOpenedHere(byte[] proof) {
        try {
            return Arrays.equals(seal.open(PROOF, proof), PROOF_TEXT);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static StartFailure missing(Path file) {
        return new StartFailure(
                "The master key of this database is not in "
                        + file
                        + "; copy that file from the node (or the backup) that has it");
    }

    private static void make(Path file) {
        byte[] key = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String line = "1 " + Base64.getEncoder().encodeToString(key) + "\n";
        PrivateFiles.write(file, line.getBytes(StandardCharsets.US_ASCII));
    }

    private static SortedMap<Integer, byte[]> read(Path file) {
        SortedMap<Integer, byte[]> keys = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                if (!line.isBlank()) {
                    String[] parts = line.strip().split(" ", 2);
                    keys.put(Integer.parseInt(parts[0]), Base64.getDecoder().decode(parts[1]));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The master key " + file + " cannot be read", e);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new StartFailure(
                    "The file " + file + " holds no master key; restore it from a backup", e);
        }
    }
}

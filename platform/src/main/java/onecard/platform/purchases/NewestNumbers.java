package onecard.platform.purchases;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The newest number of each terminal that this node has seen used. Terminals count upwards, so a
/// higher number is new, unless another node decided it.
///
/// Only a hint, which saves looking for what is not there: the claim is the proof. A hint that is
/// too low meets the claim of the other node, is forgotten, and the tray runs again; one that is
/// too high, after a tray that was rolled back, costs a look.
final class NewestNumbers {
    /// One entry per terminal that buys here; they are registered by hand.
    private final ConcurrentMap<Integer, Long> newest = new ConcurrentHashMap<>();

    /// Returns those of these numbers that may have been used.
    List<Claim> perhapsUsed(Collection<Claim> claims) {
        return claims.stream().filter(this::perhapsUsed).toList();
    }

    private boolean perhapsUsed(Claim claim) {
        Long seen = newest.get(claim.terminal());
        return seen == null || claim.seq() <= seen;
    }

    void used(Collection<Claim> claims) {
        claims.forEach(claim -> newest.merge(claim.terminal(), claim.seq(), Math::max));
    }

    void forget(Collection<Claim> claims) {
        claims.forEach(claim -> newest.remove(claim.terminal()));
    }
}

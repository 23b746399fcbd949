package onecard.platform.system;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose rows an operator sees: those of every merchant or of some. Every query of merchant-bound
/// rows takes it.
public sealed interface MerchantScope {
    /// Every merchant, also those that come.
    MerchantScope ALL = new All();

    /// Tells whether rows of this merchant may be seen.
    boolean covers(int merchantId);

    /// Returns the merchants for a query, `null` meaning all: `(cast(:merchants as int[]) is null
    /// or merchant = any (:merchants))`.
    Integer @Nullable [] forSql();

    /// Every merchant.
    record All() implements MerchantScope {
        @Override
        public boolean covers(int merchantId) {
            return true;
        }

        @Override
        public Integer @Nullable [] forSql() {
            return null;
        }
    }

    /// These merchants and no other.
    record Only(Set<Integer> merchants) implements MerchantScope {
        public Only {
            merchants = Set.copyOf(merchants);
        }

        @Override
        public boolean covers(int merchantId) {
            return merchants.contains(merchantId);
        }

        @Override
        public Integer @Nullable [] forSql() {
            return merchants.stream().sorted().toArray(Integer[]::new);
        }
    }
}

package onecard.platform.system.signin;

import java.util.List;
import onecard.platform.system.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// An operator with a session.
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Operator operator;
    private final transient byte[] session;
    private final boolean mustChangePassword;

    SignedIn(Operator operator, byte[] session, boolean mustChangePassword) {
        super(List.of());
        this.operator = operator;
        this.session = session.clone();
        this.mustChangePassword = mustChangePassword;
        setAuthenticated(true);
    }

    /// Returns who it is.
    public Operator operator() {
        return operator;
    }

    /// Returns the hash of the session's id; empty where somebody acts without one.
    public byte[] session() {
        return session.clone();
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return operator.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

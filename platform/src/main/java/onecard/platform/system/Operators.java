package onecard.platform.system;

import java.util.Optional;

/// The operators of the site, as far as the start-up needs them.
public interface Operators {
    /// Tells whether there is any operator; if not, the first run is still to come.
    boolean any();

    /// Finds an operator by the name typed at the sign-in.
    Optional<Operator> named(String name);

    /// Adds the first operator of all, an administrator.
    ///
    /// @throws Problem if there is an operator already, or the password is too easy
    Operator addFirst(String name, String displayName, String password, Language language);
}

package onecard.platform.system;

/// The operators of the site, as far as the start-up needs them.
public interface Operators {
    /// Tells whether there is any operator; if not, the first run is still to come.
    boolean any();

    /// Adds the first operator of all, an administrator.
    ///
    /// @throws Problem if there is an operator already, or the password is too easy
    Operator addFirst(String name, String displayName, String password, Language language);
}

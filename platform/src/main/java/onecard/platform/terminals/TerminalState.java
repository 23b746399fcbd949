package onecard.platform.terminals;

/// What became of a terminal.
public enum TerminalState {
    /// It is in service.
    ACTIVE,
    /// Its key was revoked: it cannot shake hands any more, a session that stood is closed.
    REVOKED
}

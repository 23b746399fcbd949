package onecard.platform.system;

/// Which of the nodes on this database this process is. Claimed at the start, held as long as the
/// process lives.
public interface ThisNode {
    /// How many nodes a database knows.
    int NODES_MAX = 256;

    /// How many strands of the journal a node writes; strand 0 is for desk operations, 1 to 6 for
    /// purchase writers, 7 for records of terminals.
    int STRANDS = 8;

    /// Returns the number of this node, 0 to 255.
    int number();

    /// Returns the journal strand of one of this node's writers.
    ///
    /// @param writer 0 for desk operations, 1 to 6 for purchases, 7 for records
    default int strand(int writer) {
        if (writer < 0 || writer >= STRANDS) {
            throw new IllegalArgumentException("A node's writer is 0 to 7, not " + writer);
        }
        return number() * STRANDS + writer;
    }
}

package onecard.platform.terminals;

/// The register of this node is as new as the database's again: terminals or keys are others than
/// before. News in memory, on every node.
public record TerminalsChanged() {}

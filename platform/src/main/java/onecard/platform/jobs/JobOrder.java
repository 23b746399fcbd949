package onecard.platform.jobs;

import onecard.platform.system.Operator;

/// A job that this node has taken.
///
/// @param id the job
/// @param kind of which work
/// @param operator in whose name
/// @param order what was ordered, as JSON
/// @param cancelAsked whether somebody wants it broken off
record JobOrder(int id, String kind, Operator operator, String order, boolean cancelAsked) {}

package onecard.platform.jobs;

import onecard.platform.system.Permission;

/// A kind of long work. A room offers one as a bean.
///
/// The work may be run again from the start with the same job: the process can die at any moment.
/// So either it is one transaction, or each of its transactions notes (job, chunk) and passes over
/// what it finds done. It opens its own transactions and runs in the name of the operator who
/// asked, who was permitted when asking and has no permissions here.
///
/// @param <O> what is ordered: a record that JSON can carry
public interface JobWork<O> {
    /// Returns the name of this kind, in kebab-case.
    String kind();

    /// Returns who may see and cancel a job with this order.
    Permission needs(O order);

    /// Returns the type of an order.
    Class<O> order();

    /// Does the work.
    ///
    /// @return a record that JSON can carry: the result
    /// @throws onecard.platform.system.Problem if it cannot be: the job fails and tells why
    /// @throws JobStopped passed on from [JobRun#check]
    Object run(O order, JobRun run);
}

package onecard.platform.jobs;

import java.util.Optional;

/// Long work, asked for and looked after.
public interface Jobs {
    /// Asks for work in the caller's transaction and in the name of the operator at work; it begins
    /// after the commit, on whichever node is free.
    ///
    /// @param kind the name of a [JobWork]
    /// @param order what its work is told, a record of the type it names
    /// @return the job
    Job start(String kind, Object order);

    /// Finds a job.
    Optional<Job> find(int id);

    /// Breaks a job off: at once if it has not begun, else at the next place where its work looks.
    /// A job that is over stays as it is.
    void cancel(int id);

    /// Finds the file that a job keeps.
    Optional<JobFile> file(int id);
}

/// Tests about the repository itself: names, sizes, clocks, SQL, documents. It reads the text of
/// every file that git knows and imports nothing of the project.
@NullMarked
package onecard.tidy;

import org.jspecify.annotations.NullMarked;

/// The PostgreSQL server that Onecard carries along: its programs, its files, its account, and a
/// process that ends when ours does. It knows nothing of what is kept in it, and nothing of any
/// framework.
@NullMarked
package onecard.platform.database.embedded;

import org.jspecify.annotations.NullMarked;

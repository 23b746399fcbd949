/// The console's files, the description of the API, and how values travel in requests.
@NullMarked
package onecard.platform.system.web;

import org.jspecify.annotations.NullMarked;

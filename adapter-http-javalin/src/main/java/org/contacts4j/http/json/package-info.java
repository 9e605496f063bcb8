/** Reading and writing JSON, and reading it into patches. */
@NullMarked
package org.contacts4j.http.json;

import org.jspecify.annotations.NullMarked;

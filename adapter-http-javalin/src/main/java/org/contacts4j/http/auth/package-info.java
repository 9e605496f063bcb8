/** Authentication: tokens, the keys that verify them, and the organization of a request. */
@NullMarked
package org.contacts4j.http.auth;

import org.jspecify.annotations.NullMarked;

/** Routes with the permission they require, and the APIs behind the server. */
@NullMarked
package org.contacts4j.http.server.route;

import org.jspecify.annotations.NullMarked;

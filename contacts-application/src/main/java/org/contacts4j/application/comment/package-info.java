/** Writing about contacts, and reading what others wrote. */
@NullMarked
package org.contacts4j.application.comment;

import org.jspecify.annotations.NullMarked;

/** Results of queries for contacts: pages and counts. */
@NullMarked
package org.contacts4j.application.contact.query;

import org.jspecify.annotations.NullMarked;

/** What can be done with companies, and the port that takes. */
@NullMarked
package org.contacts4j.application.company;

import org.jspecify.annotations.NullMarked;

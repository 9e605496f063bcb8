/** Use cases for companies, and the port they require. */
@NullMarked
package org.contacts4j.application.company;

import org.jspecify.annotations.NullMarked;

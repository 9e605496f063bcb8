package org.contacts4j.application.importing.matching;

/**
 * The key by which a row of an import matches a contact.
 *
 * <p>A row without this key is matched by the first it has of e-mail, code, phone with name, and name alone. The name
 * alone matches only contacts that have nothing but a name. Contacts that have the key now take precedence over
 * contacts that had it until an import changed it.
 */
public enum MatchBy {
    /** Any of the row's e-mail addresses, ignoring case. */
    EMAIL,
    /** Any of the row's phone numbers, in any notation. */
    PHONE,
    /** The row's code, compared exactly. */
    CODE,
    /** The id that Contacts4J assigned. A row with an unknown id fails, because clients cannot choose ids. */
    ID
}

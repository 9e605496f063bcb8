package org.contacts4j.inmemory;

import org.contacts4j.application.Store;
import org.contacts4j.contract.contact.PhoneNumbersContract;
import org.contacts4j.phone.LibPhoneNumbers;

final class InMemoryPhoneNumbersTest implements PhoneNumbersContract {

    private static final Store STORE = new InMemoryStore(LibPhoneNumbers.inRegion("DE"));

    @Override
    public Store store() {
        return STORE;
    }
}

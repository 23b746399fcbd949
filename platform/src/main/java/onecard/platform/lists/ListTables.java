package onecard.platform.lists;

import org.springframework.stereotype.Component;

/// The tables of the lists.
@Component
record ListTables(
        ListTable lists, ListChangeTable changes, ListEntryTable entries, ListWishTable wishes) {}

package onecard.platform.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of a person's record shall change. A class with setters, because only so JSON can tell "not
/// sent: leave it" from "sent as null: take it away".
class PersonPatch {
    private @Nullable String personNo;
    private @Nullable String name;
    private @Nullable Integer departmentId;
    private boolean groupSent;
    private Optional<Integer> groupId = Optional.empty();
    private boolean phoneSent;
    private Optional<String> phone = Optional.empty();
    private @Nullable String faceEnrolNo;
    private boolean holderTypeSent;
    private Optional<Integer> holderTypeId = Optional.empty();
    private boolean documentSent;
    private Optional<DocumentBody> document = Optional.empty();

    public void setPersonNo(String personNo) {
        this.personNo = personNo;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setDepartmentId(int departmentId) {
        this.departmentId = departmentId;
    }

    public void setGroupId(Optional<Integer> groupId) {
        this.groupId = groupId;
        this.groupSent = true;
    }

    public void setPhone(Optional<String> phone) {
        this.phone = phone;
        this.phoneSent = true;
    }

    public void setFaceEnrolNo(String faceEnrolNo) {
        this.faceEnrolNo = faceEnrolNo;
    }

    public void setHolderTypeId(Optional<Integer> holderTypeId) {
        this.holderTypeId = holderTypeId;
        this.holderTypeSent = true;
    }

    public void setDocument(Optional<DocumentBody> document) {
        this.document = document;
        this.documentSent = true;
    }

    /// Returns the whole change: what was not sent stays as it is.
    PersonChange on(Person person, Optional<Integer> version) {
        return new PersonChange(
                personNo == null ? person.number() : PeopleController.number(personNo),
                name == null ? person.name() : name,
                departmentId == null ? person.department() : new DepartmentId(departmentId),
                groupSent ? groupId.map(GroupId::new) : person.group(),
                phoneSent ? phone.filter(typed -> !typed.isBlank()) : person.phone(),
                faceEnrolNo == null ? person.faceEnrolNo() : faceEnrolNo,
                holderTypeSent ? holderTypeId.map(ChoiceId::new) : person.holderType(),
                documentSent ? document.map(DocumentBody::checked) : person.document(),
                version);
    }
}

package onecard.platform.system.signin;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.OneOf;
import onecard.platform.system.Wording;

/// Who is signed in, and what the console needs to know before it shows anything.
///
/// @param operatorId who
/// @param name what is typed at the sign-in
/// @param displayName what others read
/// @param language `zh-CN` or `en`
/// @param permissions what may be done
/// @param mustChangePassword whether nothing else is possible before a new password
/// @param merchants whose rows are seen; absent means every merchant
/// @param unitName full name of the using organisation; empty before the first run is done
/// @param wording the words for people
/// @param zone where days and meals are meant
/// @param sessionIdleSeconds after so long without a request nobody is signed in any more
/// @param version of the platform; a page of another version reloads itself
record Me(
        int operatorId,
        String name,
        String displayName,
        @OneOf(or = {"zh-CN", "en"}) String language,
        List<String> permissions,
        boolean mustChangePassword,
        Optional<List<Integer>> merchants,
        String unitName,
        Wording wording,
        ZoneId zone,
        long sessionIdleSeconds,
        String version) {}

package onecard.platform.merchants;

import java.util.List;
import org.springframework.stereotype.Service;

/// The timetable as it is stored, from memory while nothing changed.
@Service
class StoredMealPeriods implements MealPeriods {
    private final MerchantSnapshot snapshot;

    StoredMealPeriods(MerchantSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public Timetable current() {
        return snapshot.current().timetable();
    }

    @Override
    public Timetable at(long settings, long merchants) {
        return snapshot.at(settings, merchants).timetable();
    }

    @Override
    public List<Meal> meals() {
        return current().meals();
    }
}

package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.List;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;

/// The kitchen's promises on PostgreSQL.
@DatabaseTest
class KitchenOnPostgresTest extends KitchenContract {
    private final TestDatabase database;
    private final List<PostgresScene> scenes = new ArrayList<>();

    KitchenOnPostgresTest(TestDatabase database) {
        this.database = database;
        // What the model refuses to keep, the database refuses as well.
        database.asOwner()
                .sql(
                        """
                        alter table purchases.purchase
                          drop constraint if exists poison,
                          add constraint poison check (keyed <> %d)
                        """
                                .formatted(ModelStore.POISON))
                .update();
    }

    @Override
    KitchenScene scene() {
        var scene = new PostgresScene(database);
        scenes.add(scene);
        return scene;
    }

    @AfterEach
    void closed() {
        scenes.forEach(PostgresScene::close);
        scenes.clear();
    }
}

package onecard.platform.database.embedded;

/// How the administrator reaches the server. The password is never printed.
///
/// @param url the JDBC address of the database `postgres`
public record PostgresLogin(String url, String user, String password) {

    static PostgresLogin administrator(int port, String password) {
        return new PostgresLogin(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable",
                Cluster.ADMINISTRATOR,
                password);
    }

    @Override
    public String toString() {
        return "PostgresLogin[" + user + " at " + url + "]";
    }
}

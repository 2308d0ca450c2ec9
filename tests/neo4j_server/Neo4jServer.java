import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j Community on 127.0.0.1. Arguments: HOME PORT [PASSWORD]; with a password, clients must log in as neo4j.
 *  Says READY, then serves until its standard input closes, so that it never outlives the tests that started it. */
public class Neo4jServer {
    public static void main(String[] args) throws Exception {
        var address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
        var service = new DatabaseManagementServiceBuilder(Path.of(args[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .setConfig(GraphDatabaseSettings.auth_enabled, args.length > 2)
            .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
            .build();
        if (args.length > 2) {
            service.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", args[2]));
        }
        System.out.println("READY");
        while (System.in.read() >= 0) { }
        Runtime.getRuntime().halt(0);  // the folder is thrown away: an orderly shutdown would only take 10 s
    }
}

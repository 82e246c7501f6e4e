using Azure.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SoraFunctions.Azure.Database;

/// <summary>The database on PostgreSQL, flexible server or any other.</summary>
internal static class PostgresDatabase
{
    /// <summary>Tokens of this scope are passwords of Azure's servers.</summary>
    private const string TokenScope = "https://ossrdbms-aad.database.windows.net/.default";

    /// <summary>Connections of one instance, unless the connection string says otherwise: many instances share a server's few hundred.</summary>
    private const int PoolSize = 20;

    /// <summary>Tokens live an hour or more, and are asked for only when a connection is opened.</summary>
    private static readonly TimeSpan _tokenKept = TimeSpan.FromMinutes(55);

    private static readonly TimeSpan _tokenAgain = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Connections by a connection string. Without a password in it the identity's token is one, and then the server must prove its name
    /// by its certificate unless the string says otherwise: a token given to a stranger is a key given away.
    /// </summary>
    /// <param name="connectionString">Host, database and user at least.</param>
    /// <param name="credential">The identity.</param>
    public static NpgsqlDataSource Open(string connectionString, TokenCredential credential)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var parts = builder.ConnectionStringBuilder;
        if (!Says(parts, "Maximum Pool Size"))
        {
            parts.MaxPoolSize = PoolSize;
        }

        if (string.IsNullOrEmpty(parts.Password))
        {
            if (!Says(parts, "SSL Mode"))
            {
                parts.SslMode = SslMode.VerifyFull;
            }

            builder.UsePeriodicPasswordProvider(
                async (_, cancellation) => (await credential.GetTokenAsync(new TokenRequestContext([TokenScope]), cancellation)).Token,
                _tokenKept,
                _tokenAgain);
        }

        return builder.Build();
    }

    /// <summary>What fails for the moment, as when the server is replaced, is tried again up to six times within about a minute.</summary>
    /// <param name="database">What uses it.</param>
    /// <param name="source">Where to.</param>
    public static void UseSource(DbContextOptionsBuilder database, NpgsqlDataSource source) =>
        database.UseNpgsql(source, postgres => postgres.EnableRetryOnFailure(6, TimeSpan.FromSeconds(20), errorCodesToAdd: null));

    // ContainsKey only tells whether there is such a setting at all; Keys has the proper names of those that were given.
    private static bool Says(NpgsqlConnectionStringBuilder parts, string name) => parts.Keys.Contains(name);
}

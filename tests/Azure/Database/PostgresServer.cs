using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SoraFunctions.Azure.Database;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>A throw-away PostgreSQL server on a free port, ordered as a language orders and not by bytes, as Azure's are.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postgres-").FullName;
    private readonly int _port = FreePort();

    /// <summary>Connects as the owner of everything.</summary>
    public string Owner(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username=owner;SSL Mode=Disable;Pooling=false";

    /// <summary>An empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"sora_{Guid.NewGuid():n}";
        await using var source = NpgsqlDataSource.Create(Owner("postgres"));
        await using var command = source.CreateCommand($"""CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8' ENCODING 'UTF8'""");
        await command.ExecuteNonQueryAsync();
        return name;
    }

    /// <summary>The tables in a database of their own.</summary>
    internal async Task<FileDatabase> Tables()
    {
        var source = NpgsqlDataSource.Create(Owner(await NewDatabase()));
        return new FileDatabase(options => PostgresDatabase.UseSource(options, source));
    }

    public async Task InitializeAsync()
    {
        var data = Path.Combine(_folder, "data");
        if (IsRoot)
        {
            // The server refuses to run as root; its package brings a user for it.
            await Run("chown", "postgres", _folder);
        }

        await Run(Program("initdb"), "-D", data, "-U", "owner", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync");
        await Run(
            Program("pg_ctl"), "-D", data, "-w", "-l", Path.Combine(_folder, "log"),
            "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60", "start");
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Run(Program("pg_ctl"), "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs SQL as the owner.</summary>
    public async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(Owner(database));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>From now on this user needs a password, sent in the clear as Azure's servers take tokens.</summary>
    public async Task RequirePassword(string user)
    {
        var rules = Path.Combine(_folder, "data", "pg_hba.conf");
        var text = await File.ReadAllTextAsync(rules);
        await File.WriteAllTextAsync(rules, $"host all {user} 127.0.0.1/32 password\n{text}");
        await Execute("postgres", "SELECT pg_reload_conf()");
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string Program(string name)
    {
        const string Versions = "/usr/lib/postgresql";
        return Directory.Exists(Versions)
            ? Directory.EnumerateDirectories(Versions).OrderByDescending(folder => folder).Select(folder => Path.Combine(folder, "bin", name)).First()
            : name;
    }

    private async Task Run(string program, params string[] arguments)
    {
        string[] whole = IsRoot && program != "chown" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(whole[0], whole[1..])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = program.EndsWith("initdb", StringComparison.Ordinal),
        }) ?? throw new InvalidOperationException($"{program} does not start");
        var said = process.StartInfo.RedirectStandardOutput ? await process.StandardOutput.ReadToEndAsync() : "";
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', whole)} ended with {process.ExitCode}: {said}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

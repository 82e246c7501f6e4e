using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service;
using Spectre.Console;

namespace SoraFunctions.Local.Checks;

/// <summary>Says which engines there are, on what they run and what they can do, as they say themselves.</summary>
internal static class EngineRows
{
    /// <summary>Adds a row for each engine of the worker and each remote.</summary>
    /// <returns>Whether an engine takes orders.</returns>
    public static async Task<bool> Add(Table table, LocalOptions options, CancellationToken cancellation)
    {
        var remotes = options.Remotes.Servers.Values.Select(one => ("every tenant", one.Server)).Concat(await OfTenants(options, cancellation)).ToList();
        var (engines, coming, silent) = await OfWorker(options, cancellation);
        AddWorker(table, options.Worker is { } worker ? $"on {worker}" : "in this process", engines, silent);
        foreach (var other in options.Workers.ToLookup(own => own.Value, own => own.Key))
        {
            var (its, why) = await Asked(other.Key, options.WorkerToken, cancellation);
            IReadOnlyList<EngineInfo> own = [.. its.Where(engine => other.Contains(engine.Name))];
            AddWorker(table, $"on {other.Key}", own, why);
            foreach (var absent in other.Where(name => why is null && own.All(engine => engine.Name != name)))
            {
                table.AddRow($"engine {Markup.Escape(absent)}", "[red]absent[/]", Markup.Escape($"SORA_WORKERS says that it is on {other.Key}, which has no such engine"));
            }

            engines = [.. engines, .. own];
        }

        foreach (var package in coming)
        {
            table.AddRow($"model package {Markup.Escape(package)}", "not yet", "fetched when the service starts, which begins no work before that");
        }

        if (silent is null && coming.Count == 0 && engines.All(engine => engine.Name != "diffusion"))
        {
            table.AddRow("engine diffusion", "not installed", "this worker has no text-to-video engine; the world engine needs no weights");
        }

        foreach (var (whose, server) in remotes)
        {
            var price = server.Terms.PricePerSecond > 0 ? FormattableString.Invariant($", {server.Terms.PricePerSecond} USD a second") : "";
            table.AddRow($"engine {server.Name}", "set", Markup.Escape(Remark(server.AsEngine(), $"for {whose}{price}; not called by this check")));
        }

        if (remotes.Count == 0)
        {
            table.AddRow("remotes", "none", "other servers of the Videos API can render: POST /v1/remotes, or SORA_REMOTES");
        }

        return engines.Any(engine => engine.Abilities is null or { Ready: true });
    }

    private static void AddWorker(Table table, string place, IReadOnlyList<EngineInfo> engines, string? silent)
    {
        if (silent is not null)
        {
            table.AddRow("worker", "[red]no answer[/]", Markup.Escape(silent));
        }

        foreach (var engine in engines)
        {
            table.AddRow($"engine {Markup.Escape(engine.Name)}", State(engine), Markup.Escape(Remark(engine, place)));
        }
    }

    private static string State(EngineInfo engine) => engine.Abilities is null or { Ready: true } ? "[green]usable[/]" : "[yellow]not ready[/]";

    private static string Remark(EngineInfo engine, string place)
    {
        if (engine.Abilities is not { } can)
        {
            return $"version {engine.Version}, {place}";
        }

        string?[] does =
        [
            can.ReadsWords ? "reads the prompt" : "films the storyboard's terms",
            can.ShowsPictures ? "shows pictures" : null,
            can.ShowsModels ? "shows 3-D models" : null,
            can.LogsContacts ? "contacts are heard" : null,
            FormattableString.Invariant($"shots up to {can.MostSeconds:0.#} s"),
        ];
        var lines = new[] { can.Summary, $"version {engine.Version}, on {can.Device}, {place}", string.Join(", ", does.OfType<string>()) }.Concat(can.Notes);
        return string.Join('\n', lines);
    }

    private static async Task<(IReadOnlyList<EngineInfo> Engines, IReadOnlyList<string> ToFetch, string? Silent)> OfWorker(
        LocalOptions options, CancellationToken cancellation)
    {
        if (options.Worker is { } address)
        {
            var (there, silent) = await Asked(address, options.WorkerToken, cancellation);
            return (there, [], silent);
        }

        var (engines, coming) = StandardDesk.Look(new DeskOptions { Folder = new DataFolder(options.DataFolder).Worker });
        return (engines, coming, null);
    }

    private static async Task<(IReadOnlyList<EngineInfo> Engines, string? Silent)> Asked(Uri address, string? token, CancellationToken cancellation)
    {
        try
        {
            using var worker = HttpWorker.At(address, token);
            return (await worker.Engines(cancellation), null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or WorkerException)
        {
            return ([], error.Message);
        }
    }

    private static async Task<IReadOnlyList<(string Whose, RemoteServer Server)>> OfTenants(LocalOptions options, CancellationToken cancellation)
    {
        var file = new DataFolder(options.DataFolder).Database;
        if (!File.Exists(file))
        {
            return [];
        }

        await using var database = new SoraDatabase(
            new DbContextOptionsBuilder<SoraDatabase>().UseSqlite($"Data Source={file};Mode=ReadOnly;Pooling=False").Options);
        try
        {
            return [.. (await database.Remotes.AsNoTracking().ToListAsync(cancellation)).Select(row => ($"tenant {row.TenantId}", RemoteDirectory.Of(row)))];
        }
        catch (SqliteException)
        {
            // From before there were remotes; the next start adds the table.
            return [];
        }
    }
}
